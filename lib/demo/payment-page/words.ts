import en from './messages/en.json' with { type: 'json' };
import sv from './messages/sv.json' with { type: 'json' };

export type Words = typeof en;
export const LANGUAGES = ['en', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, Words>> = { en, sv };

export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** The first of the tags whose language there is: 'sv-SE' → Swedish. English when there is none. */
export function chooseLanguage(...tags: readonly (string | null | undefined)[]): Language {
  const asked = tags.map((tag) => tag?.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((tag) => LANGUAGES.filter((known) => known === tag))[0] ?? 'en';
}

/** A message with its `{names}` filled in. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** '1612.50', 'SEK' → "1 612,50 kr" in Swedish. Intl takes a decimal string exactly. */
export function formatAmount(language: Language, decimal: string, currency: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(decimal as `${number}`);
}
