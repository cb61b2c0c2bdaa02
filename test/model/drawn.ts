import fc from 'fast-check';
import { PLANS, type PlanName } from './offer';
import { CARD_KINDS, type CardKind, PROFILES, type Profile } from './reference/account';
import { type Act, PERSONS, type Person, type Sent, type Setting, type Step, WAYS } from './steps';

// West and east of everybody, so that two profiles of one organization can be two calendar days apart.
const ZONES = ['Europe/Stockholm', 'Europe/Helsinki', 'Etc/GMT+11', 'Etc/GMT-14'];

const SHARES = ['half', 'whole', 'more'] as const;
const DAY_MS = 86_400_000;

const weighted = <T>(...rows: readonly (readonly [number, fc.Arbitrary<T>])[]) =>
  fc.oneof(...rows.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const zone = fc.constantFrom(...ZONES);
const plan = weighted<PlanName>([1, fc.constantFrom(...PLANS.map(({ id }) => id))], [1, fc.constant('usual')]);
const profile = fc.constantFrom(...PROFILES);
const quantity = fc.integer({ min: 1, max: 13 });
const maybe = fc.oneof({ weight: 4, arbitrary: quantity }, { weight: 1, arbitrary: fc.constant(null) });
const replace = weighted([3, fc.constant(true)], [1, fc.constant(false)]);

const act: fc.Arbitrary<Act> = weighted<Act>(
  [14, fc.record({ do: fc.constant('set' as const), quantity, replace })],
  [4, fc.record({ do: fc.constant('take back' as const), replace })],
  [3, fc.constant<Act>({ do: 'remove planned' })],
  [3, fc.constant<Act>({ do: 'cancel', time: 'at_end' })],
  [1, fc.constant<Act>({ do: 'cancel', time: 'now' })],
  [3, fc.constant<Act>({ do: 'keep' })],
  [2, fc.record({ do: fc.constant('move' as const), to: profile })],
  [5, fc.record({ do: fc.constant('plan' as const), plan, quantity: maybe, replace })],
  [2, fc.constant<Act>({ do: 'keep plan' })],
  [
    4,
    fc.record({
      do: fc.constant('buy again' as const),
      plan,
      profile,
      quantity: maybe,
    }),
  ],
);

const sent: fc.Arbitrary<Sent> = fc.record({
  act,
  by: weighted<Person>([12, fc.constant('owner')], [2, fc.constant('contributor')], [2, fc.constantFrom(...PERSONS)]),
  way: weighted<Sent['way']>([8, fc.constant('once')], [3, fc.constantFrom(...WAYS)]),
  meanwhile: weighted<Act | undefined>([8, fc.constant(undefined)], [1, act]),
});

const step: fc.Arbitrary<Step> = weighted<Step>(
  [12, fc.record({ do: fc.constant('act' as const), sent })],
  [4, fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) })],
  [2, fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 20, max: 35 }) })],
  [2, fc.constant<Step>({ do: 'activate' })],
  [1, fc.record({ do: fc.constant('assign' as const), licenses: quantity })],
  [1, fc.constant<Step>({ do: 'pay' })],
  [1, fc.constant<Step>({ do: 'approve' })],
  [1, fc.constant<Step>({ do: 'dispute' })],
  [1, fc.record({ do: fc.constant('transfer' as const), share: fc.constantFrom(...SHARES) })],
  [
    1,
    fc.record({
      do: fc.constant('card' as const),
      profile: fc.constantFrom('office' as const, 'north' as const),
      kind: fc.constantFrom(...CARD_KINDS),
    }),
  ],
);

const sending = (done: Act): fc.Arbitrary<Step> =>
  fc.constant({ do: 'act', sent: { act: done, by: 'owner', way: 'once' } });
const waiting = (min: number, max: number): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min, max }) });
const setting = quantity.chain((count) => sending({ do: 'set', quantity: count, replace: true }));
const card = (kind: CardKind) =>
  fc.constantFrom<Step>({ do: 'card', profile: 'office', kind }, { do: 'card', profile: 'north', kind });
const again = quantity.chain((count) =>
  sending({ do: 'buy again', plan: 'usual', profile: 'office', quantity: count }),
);

const planning = fc
  .tuple(plan, quantity)
  .chain(([to, count]) => sending({ do: 'plan', plan: to, quantity: count, replace: true }));

/** Single steps, and some that belong together and would seldom meet. */
const phrase: fc.Arbitrary<readonly Step[]> = weighted<readonly Step[]>(
  [12, fc.tuple(step)],
  [2, fc.tuple(setting, waiting(1, 9), sending({ do: 'take back', replace: true }))],
  [1, fc.tuple(setting, sending({ do: 'remove planned' }))],
  [1, fc.tuple(planning, sending({ do: 'keep plan' }))],
  [1, fc.tuple(sending({ do: 'cancel', time: 'at_end' }), waiting(1, 9), sending({ do: 'keep' }))],
  [1, fc.tuple(sending({ do: 'cancel', time: 'now' }), again, fc.constant<Step>({ do: 'activate' }))],
  [1, fc.tuple(fc.constant<Step>({ do: 'dispute' }), waiting(1, 9), fc.constant<Step>({ do: 'pay' }))],
  [1, fc.tuple(card('declined'), waiting(20, 35), card('pays'), waiting(1, 9))],
  [1, fc.tuple(card('asks'), waiting(20, 35), fc.constant<Step>({ do: 'approve' }))],
);

/** A purchase on one of the profiles, which nearly always is activated first, and what happens to it. */
export function settingOn(payers: readonly Profile[]): fc.Arbitrary<Setting> {
  return fc
    .record({
      country: fc.constantFrom('SE' as const, 'FI' as const),
      zones: fc.record({ office: zone, north: zone, monthly: zone, abroad: zone }),
      day: fc
        .integer({ min: Date.UTC(2026, 0, 1) / DAY_MS, max: Date.UTC(2028, 2, 31) / DAY_MS })
        .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10)),
      plan,
      profile: fc.constantFrom(...payers),
      quantity: fc.integer({ min: 2, max: 9 }),
      isActivated: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
      phrases: fc.array(phrase, { minLength: 1, maxLength: 8, size: 'max' }),
    })
    .map(({ isActivated, phrases, ...rest }) => {
      const steps = phrases.flat();
      return { ...rest, steps: isActivated ? [{ do: 'activate' as const }, ...steps] : steps };
    });
}
