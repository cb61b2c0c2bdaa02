import { firstOf, type PageProps, pathWith } from '@/app/[locale]/_frame/page-props';
import type { Locale } from '@/lib/i18n/locales';

/** Where a task's forms stand: in a guide, or on the page of the record it is about. */
export type TaskPlace = {
  readonly locale: Locale;
  /** The page's own path, and what its address says. */
  readonly path: string;
  readonly query: Awaited<PageProps['searchParams']>;
  /** What the address says besides the task's own record, and is to keep. */
  readonly kept?: Readonly<Record<string, string>>;
  /** On a record's own page: the record, and the task that is open there. */
  readonly record?: { readonly id: string; readonly task: string };
};

/** What an address may say of a task that is under way: it is kept when the reader changes language or signs in. */
export const KEPT_IN_ADDRESS = [
  'invoice',
  ...['app', 'profile', 'preview', 'setup', 'approval'],
  ...['order', 'offer', 'plan', 'quantity'],
  ...['find', 'publisher', 'all'],
] as const;

/** The record that the place names: its page's own, or the one chosen in the guide's address. */
export function chosenIn({ record, query }: TaskPlace, name: 'app' | 'profile' | 'invoice'): string | undefined {
  return record?.id ?? firstOf(query, name);
}

/** The key of the review that the address shows. */
export function previewIn({ query }: TaskPlace): string | undefined {
  return firstOf(query, 'preview');
}

type Chosen = Readonly<Partial<Record<'app' | 'profile' | 'invoice', string | undefined>>>;

/** The place's own address with a chosen record, and the review it shows, if any. */
export function addressOf({ path, record, kept }: TaskPlace, chosen: Chosen, preview?: string): string {
  return pathWith(path, record ? { do: record.task, preview } : { ...kept, ...chosen, preview });
}
