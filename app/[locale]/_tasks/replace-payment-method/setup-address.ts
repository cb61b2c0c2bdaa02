import type { FormPlace } from '@/lib/server/action';

/** Where the provider sends the reader back to: the page the form stood on, with the visit's key or without. */
export function setupAddress(siteUrl: string, { here, at }: FormPlace, key: string) {
  const without = new URL(here, siteUrl);
  for (const name of ['kept', 'notice', 'preview', 'setup']) without.searchParams.delete(name);
  without.hash = at;
  const given = new URL(without);
  given.searchParams.set('setup', key);
  return { returnUrl: given.href, cancelUrl: without.href };
}
