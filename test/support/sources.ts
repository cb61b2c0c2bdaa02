import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The TypeScript files of some folders of the project, by path from its root, in order of path. */
export function listSources(folders: readonly string[]): readonly { readonly file: string; readonly text: string }[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
