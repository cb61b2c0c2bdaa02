import fc from 'fast-check';
import { PLANS, type PlanName } from './offer';
import type { Profile } from './reference/account';
import { PROFILES } from './reference/account';
import type { QuantityWish } from './reference/quantity';

/** Owner of every profile; contributor on one and reader of the rest; pays invoices; administers; another's; nobody. */
export const PERSONS = ['owner', 'contributor', 'invoice manager', 'app admin', 'stranger', 'visitor'] as const;
export type Person = (typeof PERSONS)[number];

export type Act =
  | QuantityWish
  | { readonly do: 'cancel'; readonly time: 'at_end' | 'now' }
  | { readonly do: 'keep' }
  | { readonly do: 'move'; readonly to: Profile }
  | { readonly do: 'buy again'; readonly plan: PlanName; readonly profile: Profile; readonly quantity: number | null };

/** How a reviewed act is sent: also a second time, with another wish under its key, or after midnight. */
export const WAYS = ['once', 'twice', 'altered', 'after midnight'] as const;

export type Sent = {
  readonly act: Act;
  readonly by: Person;
  readonly way: (typeof WAYS)[number];
  /** What the owner does between review and confirmation. */
  readonly meanwhile?: Act | undefined;
};

export type Step =
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'activate' }
  | { readonly do: 'assign'; readonly licenses: number }
  | { readonly do: 'card'; readonly profile: 'office' | 'north'; readonly pays: boolean }
  | { readonly do: 'pay' }
  | { readonly do: 'transfer'; readonly share: 'half' | 'whole' | 'more' }
  | { readonly do: 'act'; readonly sent: Sent };

export type Setting = {
  readonly country: 'SE' | 'FI';
  readonly zones: Readonly<Record<Profile, string>>;
  readonly day: string;
  readonly plan: PlanName;
  readonly profile: Profile;
  readonly quantity: number;
  readonly steps: readonly Step[];
};

// West and east of everybody, so that two profiles of one organization can be two calendar days apart.
const ZONES = ['Europe/Stockholm', 'Europe/Helsinki', 'Etc/GMT+11', 'Etc/GMT-14'];

const SHARES = ['half', 'whole', 'more'] as const;
const DAY_MS = 86_400_000;

const zone = fc.constantFrom(...ZONES);
const plan = fc.constantFrom(...PLANS.map(({ id }) => id));
const profile = fc.constantFrom(...PROFILES);
const quantity = fc.integer({ min: 0, max: 13 });
const replace = fc.boolean();
const weighted = <T>(...rows: readonly (readonly [number, fc.Arbitrary<T>])[]) =>
  fc.oneof(...rows.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const act: fc.Arbitrary<Act> = weighted<Act>(
  [10, fc.record({ do: fc.constant('set' as const), quantity, replace })],
  [4, fc.record({ do: fc.constant('take back' as const), replace })],
  [3, fc.constant<Act>({ do: 'remove planned' })],
  [3, fc.record({ do: fc.constant('cancel' as const), time: fc.constantFrom('at_end' as const, 'now' as const) })],
  [3, fc.constant<Act>({ do: 'keep' })],
  [2, fc.record({ do: fc.constant('move' as const), to: profile })],
  [
    4,
    fc.record({
      do: fc.constant('buy again' as const),
      plan,
      profile,
      quantity: fc.oneof({ weight: 4, arbitrary: quantity }, { weight: 1, arbitrary: fc.constant(null) }),
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
  [5, fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) })],
  [2, fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 20, max: 35 }) })],
  [2, fc.constant<Step>({ do: 'activate' })],
  [1, fc.record({ do: fc.constant('assign' as const), licenses: quantity })],
  [1, fc.constant<Step>({ do: 'pay' })],
  [1, fc.record({ do: fc.constant('transfer' as const), share: fc.constantFrom(...SHARES) })],
  [
    1,
    fc.record({
      do: fc.constant('card' as const),
      profile: fc.constantFrom('office' as const, 'north' as const),
      pays: fc.boolean(),
    }),
  ],
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
      steps: fc.array(step, { minLength: 1, maxLength: 12 }),
    })
    .map(({ isActivated, steps, ...rest }) => ({
      ...rest,
      steps: isActivated ? [{ do: 'activate' as const }, ...steps] : steps,
    }));
}

function tellAct(act: Act): string {
  switch (act.do) {
    case 'set':
      return `${act.quantity} licenses${act.replace ? ', in place of a planned change' : ''}`;
    case 'take back':
      return `take the newest increase back${act.replace ? ', in place of a planned change' : ''}`;
    case 'remove planned':
      return 'remove the planned change';
    case 'cancel':
      return act.time === 'now' ? 'cancel now' : 'cancel at the end';
    case 'keep':
      return 'keep it after all';
    case 'move':
      return `bill it to ${act.to}`;
    case 'buy again':
      return `buy again: ${act.quantity ?? 'flat'} × ${act.plan} on ${act.profile}`;
  }
}

/** A step as a sentence, for whoever reads a history that failed. */
export function tellStep(step: Step): string {
  switch (step.do) {
    case 'wait':
      return `${step.days} days pass`;
    case 'activate':
      return 'the publisher activates';
    case 'assign':
      return `the publisher reports ${step.licenses} assigned licenses`;
    case 'card':
      return `the card on ${step.profile} ${step.pays ? 'pays' : 'is declined'} from now on`;
    case 'pay':
      return 'the owner pays the oldest open invoice of its profile by card';
    case 'transfer':
      return `a transfer comes for the oldest open invoice of its profile: ${step.share} of it`;
    case 'act': {
      const { act: done, by, way, meanwhile } = step.sent;
      const between = meanwhile ? `; before it is confirmed the owner does: ${tellAct(meanwhile)}` : '';
      return `the ${by} does, ${way}: ${tellAct(done)}${between}`;
    }
  }
}

export function tellSetting({ country, zones, day, plan: bought, profile: payer, quantity: count }: Setting): string {
  const where = Object.entries(zones).map(([name, zone]) => `${name} ${zone}`);
  return `bought in ${country} on ${day}: ${count} × ${bought} on ${payer} (${where.join(', ')})`;
}
