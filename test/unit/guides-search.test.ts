import { describe, expect, it } from 'vitest';
import { searchGuides } from '@/lib/guides/search';
import { createStemmer, scoreWord } from '@/lib/guides/stem';

const QUANTITY = 'change-license-quantity';
const OVERVIEW = 'manage-third-party-apps';
const CANCEL = 'cancel-subscription';
const BUY_AGAIN = 'buy-again';
const PROFILES = 'manage-billing-profiles';
const MOVE = 'change-billing-profile';

describe('searchGuides', () => {
  it.each([
    ['sv-SE', 'säga upp', CANCEL],
    ['sv-SE', 'saga upp', CANCEL],
    ['sv-SE', 'pengar tillbaka', CANCEL],
    ['sv-SE', 'köpa på nytt', BUY_AGAIN],
    ['sv-SE', 'andra antal', QUANTITY],
    ['sv-SE', 'ändra antalet', QUANTITY],
    ['sv-SE', 'fler licenser', QUANTITY],
    ['sv-SE', 'Hur får jag fler licenser?', QUANTITY],
    ['sv-SE', 'profil', PROFILES],
    ['sv-SE', 'fakturaadress', PROFILES],
    ['en-US', 'move app', MOVE],
    ['sv-SE', 'kreditfaktura', QUANTITY],
    ['sv-SE', 'utgivarens portal', 'activate-app'],
    ['sv-SE', 'aktivera', 'activate-app'],
    ['sv-SE', 'tilldela licenser', 'assign-licenses'],
    ['en-US', 'activate', 'activate-app'],
    ['en-US', 'give access', 'assign-licenses'],
    ['en-US', 'add seats', QUANTITY],
    ['en-US', 'adding licenses', QUANTITY],
    ['en-US', 'who may do what', OVERVIEW],
    ['en-US', 'cancel', CANCEL],
    ['en-US', 'reactivate', BUY_AGAIN],
  ] as const)('%s: "%s" finds %s first', (locale, query, guideId) => {
    expect(searchGuides(locale, query)[0]?.guideId).toBe(guideId);
  });

  it.each([
    ['sv-SE', 'kreditfaktura', 'change-your-mind', 'kreditfaktura'],
    ['sv-SE', 'kollegor', 'who-may-do-what', 'kollegor'],
    ['en-US', 'pay parts', 'bank-transfer', 'parts'],
  ] as const)('%s: "%s" opens at %s with a sentence that answers', (locale, query, anchor, word) => {
    const [hit] = searchGuides(locale, query);
    expect(hit?.anchor).toBe(anchor);
    expect(hit?.snippet).toContain(word);
    expect(hit?.snippet.length).toBeLessThan(190);
  });

  it.each(['', '   ', '?!', 'xyzzy', 'licenser xyzzy'])('finds nothing for "%s"', (query) => {
    expect(searchGuides('sv-SE', query)).toEqual([]);
  });
});

describe('scoreWord', () => {
  const swedish = createStemmer('sv-SE');
  it.each([
    ['ändra', 'ändra', 1],
    ['ändringar', 'ändring', 0.9],
    ['andra', 'ändra', 0.7],
    ['ändra', 'andra', 0],
    ['profil', 'faktureringsprofil', 0.5],
    ['profiler', 'faktureringsprofilen', 0.5],
    ['fak', 'faktura', 0],
  ])('%s in %s is worth %d', (query, word, worth) => {
    expect(scoreWord(swedish(query), swedish(word))).toBe(worth);
  });
});
