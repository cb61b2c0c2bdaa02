import type { StorefrontOffer } from '@/db/storefront';
import { fold, listWords } from '@/lib/guides/stem';
import { fallbackChain, type Locale } from '@/lib/i18n/locales';
import type { Search } from './selection';

/** The offer's text in the reader's language, or in the first one that it has of those that stand in for it. */
export function textOf({ texts }: StorefrontOffer, locale: Locale): { summary: string; locale: string } | undefined {
  const found = [locale, ...fallbackChain(locale)].map((tag) => texts.find((text) => text.locale === tag));
  return found.find((text) => text !== undefined);
}

/** Every word must stand somewhere in the name, the publisher's name or the text; typed without diacritics it finds both. */
export function matches(offer: StorefrontOffer, { find, publisher }: Search, locale: Locale): boolean {
  if (publisher !== '' && offer.publisher.id !== publisher) return false;
  const said = [offer.name, offer.publisher.name, textOf(offer, locale)?.summary ?? '']
    .join(' ')
    .toLocaleLowerCase(locale);
  const folded = fold(said);
  return listWords(locale, find).every((word) => said.includes(word) || (fold(word) === word && folded.includes(word)));
}
