import type { PagePolicy } from '@/lib/server/pages';

/** Next's own answers, and files that stand beside the pages. */
const NEXT_OWN = ['/_global-error/page', '/_not-found/page', '/icon.svg/route'];
/** Behind every 404: reached by no address of its own. */
const MISSING = '/[locale]/live/missing/page';

/** What the build answers at which address: `page /[locale]/apps`, `handler /livez`. */
function listBuilt(manifest: readonly string[]): string[] {
  return manifest
    .filter((key) => !NEXT_OWN.includes(key) && key !== MISSING)
    .map((key) => key.replace(/\/\([\w-]+\)(?=\/)/g, ''))
    .map((key) =>
      key.replace(/^(.*)\/(page|route)$/, (_, path, kind) => `${kind === 'page' ? 'page' : 'handler'} ${path}`),
    );
}

/** The files that the policies speak of, in the same words. */
function listPromised(pages: readonly PagePolicy[], handlers: readonly PagePolicy[]): string[] {
  const below = pages.flatMap(({ path, rendering, live, twin }) => {
    if (rendering === 'handler') return [`handler /[locale]${path}`];
    const asked = [live, twin].flatMap((inside) => (inside === undefined ? [] : [`page /[locale]${inside}`]));
    return rendering === 'two' || live === undefined ? [`page /[locale]${path}`, ...asked] : asked;
  });
  return [...below, ...handlers.map(({ path }) => `handler ${path}`)];
}

/** Where the build (keys of its app-paths-manifest.json) and the policies disagree; empty lists when nowhere. */
export function comparePolicies(
  manifest: readonly string[],
  pages: readonly PagePolicy[],
  handlers: readonly PagePolicy[],
): { readonly unlisted: readonly string[]; readonly unbuilt: readonly string[] } {
  const built = listBuilt(manifest);
  const promised = listPromised(pages, handlers);
  return {
    unlisted: built.filter((path) => !promised.includes(path)),
    unbuilt: promised.filter((path) => !built.includes(path)),
  };
}
