import fc from 'fast-check';
import { onTestFinished, vi } from 'vitest';
import { closeDatabase } from '@/db/client';
import { newId } from '@/db/ids';
import { requireDone } from '@/lib/demo/seed/done';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { newDemoDatabase } from '@/test/support/database';
import { leaveNothingRunning, newCustomer, sellModelApp } from './customer';
import { Difference } from './difference';
import { settingOn } from './drawn';
import { requireGaplessNumbers, requireInvariants } from './invariants';
import { observe, tellWritten } from './observed';
import { planOf } from './offer';
import { type Play, passMonth, playStep } from './play';
import type { Account, Profile } from './reference/account';
import { purchase } from './reference/ending';
import { RULES, type Rules } from './reference/money';
import { sendForm } from './send';
import { type Setting, tellSetting, tellStep } from './steps';
import { tellAccount } from './told';

const VAT = { SE: 2500n, FI: 2550n } as const;

export type Asked = {
  readonly histories: number;
  readonly seed: number;
  /** Of the profiles that the first purchase is billed to. */
  readonly payers?: readonly Profile[];
  readonly rules?: Rules;
  /** Whether a history that fails is made as short as it can be. */
  readonly isShortened?: boolean;
};
export type Played = {
  readonly histories: number;
  readonly steps: number;
  /** How often each kind of act was done. */
  readonly done: ReadonlyMap<string, number>;
  readonly failure: string | undefined;
};

/**
 * Plays random histories on the site and the reference side by side, in a database of this test's own, until one
 * differs; `failure` then tells the shortest that does, and the seed that finds it again.
 */
export async function playHistories(asked: Asked): Promise<Played> {
  const { histories, seed, payers = ['office', 'north', 'monthly'], rules = RULES, isShortened = true } = asked;
  let steps = 0;
  const done = new Map<string, number>();
  // The site logs every refusal; here most of them are asked for.
  const silenced = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => silenced.mockRestore());
  await openModelDatabase();
  const property = fc.asyncProperty(settingOn(payers), async (chosen) => {
    steps += chosen.steps.length;
    await playHistory(chosen, rules, done);
  });
  const checked = await fc.check(property, { numRuns: histories, seed, endOnFailure: !isShortened });
  if (!checked.failed) await requireGaplessNumbers();
  return { histories: checked.numRuns, steps, done, failure: checked.failed ? tellFailure(checked) : undefined };
}

function tellFailure({ seed, numRuns, numShrinks, counterexample, errorInstance }: fc.RunDetails<[Setting]>): string {
  const history = (counterexample ?? []).flatMap((chosen) => [tellSetting(chosen), ...chosen.steps.map(tellStep)]);
  const head = `seed ${seed}, history ${numRuns}, made shorter ${numShrinks} times`;
  const isKnown = errorInstance instanceof Difference || !(errorInstance instanceof Error);
  const why = isKnown ? String(errorInstance) : errorInstance.stack;
  return [head, ...history.map((line) => `  ${line}`), why].join('\n');
}

/** Ends with everything canceled; whatever is left of one that failed meets no later history. */
async function playHistory(chosen: Setting, rules: Rules, done: Map<string, number>): Promise<void> {
  const now = Date.parse(`${chosen.day}T10:00:00Z`);
  const customer = await newCustomer(newId(), chosen, now);
  const account: Account = {
    vat: VAT[chosen.country],
    zones: chosen.zones,
    pays: { office: 'pays', north: 'pays', monthly: 'pays', abroad: 'pays' },
    card: { office: 0, north: 0, monthly: 0, abroad: 0 },
    apps: [],
    payments: [],
    invoices: [],
    notes: [],
    creditGiven: { office: 0n, north: 0n, monthly: 0n, abroad: 0n },
    paidByHand: [],
    declines: [],
  };
  const plan = planOf(chosen.plan);
  const quantity = plan.range ? chosen.quantity : null;
  const id = newId();
  const billingProfileId = customer.profileId(chosen.profile);
  requireDone(await purchaseSubscription(customer.scope, { id, planId: plan.id, billingProfileId, quantity, now }));
  purchase(account, { plan, profile: chosen.profile, quantity }, now);
  const play: Play = { customer, account, rules, ids: [id], now, done, seen: { written: '', told: [] } };
  try {
    for (const step of chosen.steps) {
      await playStep(play, step);
      await requireAlike(play);
    }
    await sendForm(play, { act: { do: 'cancel', time: 'now' }, by: 'owner', way: 'once' });
    await requireAlike(play);
    await passMonth(play);
    await requireAlike(play);
    await requireInvariants(customer);
  } finally {
    await leaveNothingRunning(customer);
  }
}

/** A fresh database file with the demo's publishers and the one app that is bought here. */
async function openModelDatabase(): Promise<void> {
  await closeDatabase();
  await newDemoDatabase();
  await sellModelApp();
}

async function requireAlike({ customer, account, seen }: Play): Promise<void> {
  const written = await tellWritten(customer);
  if (seen.written !== written) Object.assign(seen, { written, told: await observe(customer) });
  const expected = tellAccount(account);
  if (expected.join() === seen.told.join()) return;
  const missing = expected.filter((line) => !seen.told.includes(line));
  const surplus = seen.told.filter((line) => !expected.includes(line));
  throw new Difference(['by the rules:', ...missing, 'on the site:', ...surplus].join('\n    '));
}
