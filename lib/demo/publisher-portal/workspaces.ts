import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const workspace = z.object({ name: z.string(), users: z.array(z.string()) });

/** A customer's place in an app: its name, and the e-mail addresses that have a license. */
export type Workspace = z.infer<typeof workspace>;

export function workspacesFile(folder: string): string {
  return join(folder, 'workspaces.json');
}

/** What the portal keeps, by subscription id, in one file of its folder. */
export function openWorkspaces(folder: string) {
  const file = workspacesFile(folder);
  const all = new Map(existsSync(file) ? Object.entries(readAll(file)) : []);
  return {
    find: (id: string): Workspace | undefined => all.get(id),
    save(id: string, kept: Workspace): void {
      all.set(id, kept);
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(all), null, 2));
      renameSync(`${file}.new`, file);
    },
  };
}

export type Workspaces = ReturnType<typeof openWorkspaces>;

function readAll(file: string) {
  return z.record(z.string(), workspace).parse(JSON.parse(readFileSync(file, 'utf8')));
}
