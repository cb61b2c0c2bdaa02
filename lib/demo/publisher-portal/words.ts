import en from './messages/en.json' with { type: 'json' };
import sv from './messages/sv.json' with { type: 'json' };

export type Words = typeof en;
export type Language = 'en' | 'sv';

const WORDS: Readonly<Record<Language, Words>> = { en, sv };

export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** The language a browser would rather have, of the two there are. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wished = (acceptLanguage ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return { language: tag.split('-')[0], weight: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
  });
  const weightOf = (language: Language) =>
    Math.max(0, ...wished.filter((wish) => wish.language === language).map(({ weight }) => weight));
  return weightOf('sv') > weightOf('en') ? 'sv' : 'en';
}

/** A message with its `{names}` filled in. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
