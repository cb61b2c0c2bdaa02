import { describe, expect, it } from 'vitest';
import { suggestGuides } from '@/lib/guides/suggest';

const QUANTITY = 'change-license-quantity';
const REGIONS = 'supported-regions';
const OVERVIEW = 'manage-third-party-apps';

describe('suggestGuides', () => {
  it.each([
    ['sv-SE', '/sv-SE/help/andra-licenser', QUANTITY],
    ['sv-SE', '/sv-SE/help/%C3%A4ndra-antal-licenser', QUANTITY],
    ['sv-SE', '/sv-SE/help/Andra_Licenser/', QUANTITY],
    ['sv-SE', '/sv-SE/hjalp/licenser', QUANTITY],
    ['sv-SE', '/sv-SE/help/change-licenses', QUANTITY],
    ['sv-SE', '/sv-SE/help/regioner', REGIONS],
    ['en-US', '/en-US/help/change-licence-quantity', QUANTITY],
    ['en-US', '/en-US/help/adding-licenses.html', QUANTITY],
    ['en-US', '/en-US/help/countries', REGIONS],
    ['en-US', '/licenses', QUANTITY],
    ['en-US', '/en-US/help/technical-support', OVERVIEW],
  ] as const)('%s: %s suggests %s first', (locale, path, guideId) => {
    expect(suggestGuides(locale, path)[0]).toBe(guideId);
  });

  it.each([
    '',
    '/',
    '/sv-SE',
    '/sv-SE/help',
    '/sv-SE/%00',
    '/sv-SE/%E0%A4%A',
    '/sv-SE/1234',
    '/sv-SE/xyzzy',
    '/sv-SE/nothing-here',
  ])('suggests nothing for %j', (path) => {
    expect(suggestGuides('sv-SE', path)).toEqual([]);
  });

  it('answers a very long address', () => {
    expect(suggestGuides('en-US', `/en-US/${'licenses-'.repeat(200)}`).length).toBeLessThanOrEqual(3);
  });
});
