import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { changeLicenseQuantity, reviewLicenseQuantity } from '@/app/[locale]/_tasks/change-license-quantity/action';
import { newId } from '@/db/ids';
import { scopeOf } from '@/lib/demo/seed/people';
import { isLocale } from '@/lib/i18n/locales';
import { everything, review } from '@/test/support/database';
import { signIn, submit } from '@/test/support/submit';
import { maja, now, subscriptionId, tenLicenses, to } from '@/test/support/ten-licenses';

const after = vi.hoisted(() => vi.fn());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

const HOUR_MS = 3_600_000;

/** All that tells of a subscription or of money: neither reviews nor kept forms nor sessions. */
async function effects() {
  const { previews: _, destinations: _kept, sessions: _seen, ...rest } = await everything();
  return rest;
}

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'null',
    '[object Object]',
    '../..',
    "'; drop table people; --",
    '<b>',
    '٣',
    '1 000',
  ),
);

/** A form that is nearly right: most fields as the page makes them, some not, some twice, some of no form of ours. */
function forms(keys: readonly string[]) {
  const usual: Record<string, fc.Arbitrary<string>> = {
    locale: fc.constantFrom('sv-SE', 'en-US', 'xx'),
    here: fc.constantFrom(
      '/sv-SE/help/change-license-quantity',
      '/sv-SE/apps/bought?preview=1',
      '//evil.example',
      '/sv-SE/../..',
    ),
    at: fc.constantFrom('review', '', '"><script>'),
    key: fc.constantFrom(...keys, newId()),
    subscription: fc.constantFrom(subscriptionId, subscriptionId, 'nothing'),
    version: fc.constantFrom('1', '2', '3', '999999999'),
    act: fc.constantFrom('change', 'take_back', 'remove_planned_change'),
    quantity: fc.oneof(fc.constantFrom('14', '6', '10', ''), fc.integer().map(String)),
    replacePlanned: fc.constantFrom('yes', 'no'),
  };
  const field = (name: string, value: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 12, arbitrary: value.map((text) => [[name, text]]) },
      { weight: 1, arbitrary: garbage.map((text) => [[name, text]]) },
      { weight: 1, arbitrary: fc.constant<string[][]>([]) },
    );
  const more = fc.oneof(
    { weight: 9, arbitrary: fc.constant<string[][]>([]) },
    fc.array(fc.tuple(garbage, garbage), { maxLength: 3 }),
  );
  return fc
    .tuple(...Object.entries(usual).map(([name, value]) => field(name, value)), more)
    .map((fields) => fields.flat());
}

test.each([
  ['review', reviewLicenseQuantity],
  ['change', changeLicenseQuantity],
] as const)(
  '%s: whatever arrives, it answers, leads nowhere else, and does nothing that was not reviewed',
  async (_, action) => {
    await tenLicenses();
    const expired = await review(maja, subscriptionId, to(14), now - HOUR_MS);
    const foreign = await review(scopeOf('astrid-lindqvist'), subscriptionId, to(14), now);
    const people = ['maja-sandberg', 'oskar-berglund', 'eleni-papadaki'].map((person) => signIn(person, now));
    const sessions = [...(await Promise.all(people)), undefined];
    const before = await effects();
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(forms([expired, foreign]), fc.constantFrom(0, 0, 0, 1, 2, 3), async (fields, who) => {
        const data = new FormData();
        for (const [name = '', value = ''] of fields) data.append(name, value);
        const answer = await submit(action, data, { session: sessions[who], now });
        outcomes.add(
          'goTo' in answer ? answer.goTo.replace(/^\/[^/]+\/([\w-]+).*$/, '$1') : (answer.errors[0]?.code ?? ''),
        );
        if ('goTo' in answer) expect(isLocale(answer.goTo.split('/')[1] ?? '')).toBe(true);
        else expect(answer.errors.length).toBeGreaterThan(0);
        expect(after).not.toHaveBeenCalled();
      }),
      // One seed, since the outcomes are counted below; any other must find the same of each single form.
      { numRuns: 300, seed: 20261122 },
    );
    expect(await effects()).toEqual(before);
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['form_malformed', 'not_found', 'permission_missing', 'sign-in', 'help']),
    );
  },
);
