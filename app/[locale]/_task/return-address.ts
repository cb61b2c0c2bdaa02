import type { FormPlace } from '@/lib/server/action';

/** Where a provider sends the reader back to: the page the form stood on, with the visit that it leads back from or without. */
export function returnAddress(
  siteUrl: string,
  { here, at }: FormPlace,
  visit: { readonly name: 'setup' | 'approval'; readonly key: string },
) {
  const without = new URL(here, siteUrl);
  for (const name of ['kept', 'notice', 'preview', 'setup', 'approval']) without.searchParams.delete(name);
  without.hash = at;
  const given = new URL(without);
  given.searchParams.set(visit.name, visit.key);
  return { returnUrl: given.href, cancelUrl: without.href };
}
