import { firstOf, type PageProps, pathWith } from '@/app/[locale]/_frame/page-props';
import type { Locale } from '@/lib/i18n/locales';

/** Where a task's forms stand: in a guide, or on the page of the record it is about. */
export type TaskPlace = {
  readonly locale: Locale;
  /** The page's own path, and what its address says. */
  readonly path: string;
  readonly query: Awaited<PageProps['searchParams']>;
  /** On a record's own page: the record, and the task that is open there. */
  readonly record?: { readonly id: string; readonly task: string };
};

/** What an address may say of a task that is under way: it is kept when the reader changes language or signs in. */
export const KEPT_IN_ADDRESS = [
  ...['app', 'profile', 'preview', 'setup'],
  ...['order', 'offer', 'plan', 'quantity'],
  ...['find', 'publisher', 'all'],
] as const;

/** The record that the place names: its page's own, or the one chosen in the guide's address. */
export function chosenIn({ record, query }: TaskPlace, name: 'app' | 'profile'): string | undefined {
  return record?.id ?? firstOf(query, name);
}

/** The key of the review that the address shows. */
export function previewIn({ query }: TaskPlace): string | undefined {
  return firstOf(query, 'preview');
}

type Chosen = { readonly app?: string | undefined; readonly profile?: string | undefined };

/** The place's own address with a chosen record, and the review it shows, if any. */
export function addressOf({ path, record }: TaskPlace, chosen: Chosen, preview?: string): string {
  return pathWith(path, record ? { do: record.task, preview } : { ...chosen, preview });
}
