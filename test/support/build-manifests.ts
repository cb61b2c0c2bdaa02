import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PAGES } from '@/lib/server/pages';

const references = z.object({
  node: z.record(
    z.string(),
    z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
  ),
});

const text = (name: string) => readFileSync(`.next/server/${name}`, 'utf8');

/** Keys of the build's pages and handlers, such as `/[locale]/apps/page`. */
export function listBuiltPaths(): readonly string[] {
  return Object.keys(z.record(z.string(), z.string()).parse(JSON.parse(text('app-paths-manifest.json'))));
}

/** Our own modules that a built page makes a browser load, by the page's key. */
export function listClientModules(): readonly { readonly page: string; readonly modules: readonly string[] }[] {
  return listBuiltPaths()
    .filter((path) => path.endsWith('/page'))
    .map((page) => {
      const manifest = text(`app${page}_client-reference-manifest.js`);
      const named = [...manifest.matchAll(/"\[project\]\/((?:app|lib)\/[^"]+)":\{"id":/g)].map(([, name = '']) => name);
      return { page, modules: [...new Set(named)].sort() };
    });
}

export type BuiltAction = { readonly id: string; readonly name: string; readonly paths: readonly string[] };

/** Every server action of the build, with an address of each page that carries it. */
export function listBuiltActions(): readonly BuiltAction[] {
  const { node } = references.parse(JSON.parse(text('server-reference-manifest.json')));
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    paths: Object.keys(workers).map(addressOf),
  }));
}

function addressOf(worker: string): string {
  const path = worker.replace(/^app\/\[locale\]/, '').replace(/\/page$/, '');
  const page = PAGES.find((row) => (row.live ?? row.path) === path);
  if (!page) throw new Error(`No policy for ${worker}`);
  const filled = page.path.replace('[guide]', 'change-license-quantity').replace('[id]', 'nordlys-tallyworks');
  return `/en-US${filled}`;
}
