import { isLocale, type Locale } from '@/lib/i18n/locales';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What Next hands to a page. */
export type PageProps<Extra extends string = never> = {
  readonly params: Promise<Record<'locale' | Extra, string>>;
  readonly searchParams: Promise<Query>;
};

/** The locale of a page; anything else cannot have come past the proxy. */
export function requireLocale(tag: string): Locale {
  if (!isLocale(tag)) throw new Error(`No such locale: ${tag.slice(0, 20)}`);
  return tag;
}

/** One value of the query; a repeated parameter counts as its first. */
export function firstOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** An own path with those of the given parameters that have a value. */
export function pathWith(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
