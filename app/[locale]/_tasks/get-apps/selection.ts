import { firstOf, pathWith } from '@/app/[locale]/_frame/page-props';
import type { TaskPlace } from '@/app/[locale]/_task/place';

const PARTS = ['order', 'offer', 'plan', 'quantity', 'profile'] as const;

/** What the address says was chosen, as it was typed: plain forms wrote it there. An order says which plan and number. */
export type Selection = Readonly<Partial<Record<(typeof PARTS)[number], string>>>;

/** What is looked for in the storefront. */
export type Search = { readonly find: string; readonly publisher: string; readonly isWhole: boolean };

export function findSelection({ query }: TaskPlace): Selection {
  return Object.fromEntries(PARTS.map((part) => [part, firstOf(query, part)]));
}

export function findSearch({ query }: TaskPlace): Search {
  const text = (name: string) => (firstOf(query, name) ?? '').trim().slice(0, 100);
  return { find: text('find'), publisher: text('publisher'), isWhole: firstOf(query, 'all') !== undefined };
}

/** The guide's own address with what is chosen, and the review it shows, if any. */
export function addressWith({ path }: TaskPlace, selection: Selection, preview?: string): string {
  const parts = PARTS.map((part) => [part, selection[part]] as const);
  return pathWith(path, { ...Object.fromEntries(parts), preview });
}
