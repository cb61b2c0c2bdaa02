/** Longer queries are told stories, and are not kept. */
export const LONGEST_MISS = 60;
/** Different wordings kept per locale; what comes after them is not counted until some are forgotten. */
export const MISSES_PER_LOCALE = 1000;
/** Days after which a wording that nobody has searched for again is forgotten. */
export const MISS_KEPT_DAYS = 90;

/**
 * The wording under which a search without result is counted: small letters, single spaces. Undefined for what might
 * say who searched: an address, a link, a number of four digits or more. Such a search is not counted at all.
 */
export function findMissWording(locale: string, query: string): string | undefined {
  const words =
    query
      .normalize('NFC')
      .toLocaleLowerCase(locale)
      .match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const wording = words.join(' ');
  const mayTellWho = /[@/\\]|:\/\/|www\./i.test(query) || /\p{N}{4}/u.test(query.replace(/[^\p{L}\p{N}]/gu, ''));
  return wording === '' || wording.length > LONGEST_MISS || mayTellWho ? undefined : wording;
}
