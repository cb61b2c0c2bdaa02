/**
 * The version of the customer agreement that a purchase accepts. Its words are a section of the guide buy-again, with
 * the numbers of the current policy: they change only together with this.
 */
export const AGREEMENT_VERSION = '2026-11';

/** SHA-256 of the words of every version in every language; a published one never changes. */
export const AGREEMENT_HASHES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2026-11': {
    'en-US': 'e5c5441449ce1eb9d12d1f140cf76775af8c680705971eb62bb65fc5b7269c90',
    'sv-SE': 'cb32e77f72e9a5531e1e786e29f78cff5f45926e2a33f24b6d7210dabcf6b7a8',
  },
};
