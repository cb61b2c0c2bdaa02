import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Card,
  decideMethod,
  findBankTransferRefusal,
  type MethodChange,
  type PayingFacts,
} from '@/lib/domain/payment-methods';
import { SUBSCRIPTION_STATES, type SubscriptionState } from '@/lib/domain/subscription-states';

const visa: Card = { brand: 'Visa', lastFour: '4242', expiryMonth: '2028-09' };
const mastercard: Card = { brand: 'Mastercard', lastFour: '4444', expiryMonth: '2029-01' };
const spare: Card = { brand: 'Visa', lastFour: '1111', expiryMonth: '2027-05' };
const byCard = { kind: 'card', ...visa } as const;
const byTransfer = { kind: 'bank_transfer' } as const;

const app = (state: SubscriptionState, periodEnd: string | null = '2026-12-01', name = 'Tallyworks Pro') => ({
  name,
  state,
  periodEnd,
});
const facts = (changed: Partial<PayingFacts> = {}): PayingFacts => ({
  settlement: 'card',
  method: byCard,
  backup: null,
  apps: [app('active')],
  waitingNetMinor: 0n,
  ...changed,
});
const onInvoice = { settlement: 'invoice', method: byTransfer } as const;
const decided = (given: PayingFacts, change: MethodChange) => {
  const decision = decideMethod(given, change);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.value;
};

describe('what cannot be', () => {
  it.each<[string, Partial<PayingFacts>, MethodChange, string]>([
    ['bank transfer twice', onInvoice, { act: 'use_bank_transfer' }, 'already_bank_transfer'],
    ['bank transfer while unpaid', { apps: [app('past_due')] }, { act: 'use_bank_transfer' }, 'payment_failed_open'],
    [
      'bank transfer while one of many is unpaid and ends',
      { apps: [app('active'), app('past_due_ending')] },
      { act: 'use_bank_transfer' },
      'payment_failed_open',
    ],
    ['a backup of nothing', onInvoice, { act: 'use_backup', card: mastercard }, 'backup_needs_card'],
    ['a backup of itself', {}, { act: 'use_backup', card: visa }, 'backup_same_card'],
    ['the backup in front', { backup: mastercard }, { act: 'use_card', card: mastercard }, 'backup_same_card'],
    ['removing what is not there', {}, { act: 'remove_backup' }, 'no_backup'],
  ])('%s', (_, changed, change, refusal) => {
    expect(decideMethod(facts(changed), change)).toEqual({ ok: false, refusal });
  });
});

describe('what comes of it', () => {
  it.each<[string, Partial<PayingFacts>, MethodChange, object]>([
    ['another card keeps the backup', { backup: spare }, { act: 'use_card', card: mastercard }, { backup: spare }],
    ['bank transfer drops it', { backup: spare }, { act: 'use_bank_transfer' }, { method: byTransfer, backup: null }],
    ['a backup leaves the first', {}, { act: 'use_backup', card: spare }, { method: byCard, backup: spare }],
    ['another backup', { backup: spare }, { act: 'use_backup', card: mastercard }, { backup: mastercard }],
    ['none', { backup: spare }, { act: 'remove_backup' }, { method: byCard, backup: null }],
  ])('%s', (_, changed, change, after) => {
    expect(decided(facts(changed), change).after).toMatchObject(after);
  });

  it('card or invoice follows what pays', () => {
    expect(decided(facts(), { act: 'use_bank_transfer' }).settlement).toBe('invoice');
    expect(decided(facts(onInvoice), { act: 'use_card', card: visa }).settlement).toBe('card');
  });

  it('what waits for an invoice waits on, and what is owed is named', () => {
    const apps = [app('past_due', '2026-12-01', 'Lagkort'), app('active')];
    const decision = decided(facts({ apps, waitingNetMinor: 15480n }), { act: 'use_card', card: mastercard });
    expect(decision).toMatchObject({ waitingNetMinor: 15480n, owing: ['Lagkort'] });
  });

  it('it is used at the first renewal of an active app', () => {
    const apps = [
      app('active', '2027-01-01', 'A'),
      app('active', '2026-12-09', 'B'),
      app('active_ending', '2026-11-30', 'C'),
    ];
    const card = { act: 'use_card', card: mastercard } as const;
    expect(decided(facts({ apps }), card).next).toEqual({ on: '2026-12-09', app: 'B' });
    expect(decided(facts({ apps: [app('pending_activation', null)] }), card).next).toBeNull();
  });
});

const anyApp = fc.record({
  name: fc.constantFrom('A', 'B', 'C'),
  state: fc.constantFrom(...SUBSCRIPTION_STATES),
  periodEnd: fc.constantFrom('2026-12-01', '2027-03-04', null),
});
const anyFacts = fc
  .record({
    paysByCard: fc.boolean(),
    backup: fc.constantFrom(null, mastercard),
    apps: fc.array(anyApp, { maxLength: 4 }),
    waitingNetMinor: fc.bigInt({ min: 0n, max: 9_000n }),
  })
  .map(
    ({ paysByCard, backup, ...rest }): PayingFacts =>
      paysByCard ? facts({ backup, ...rest }) : facts({ ...onInvoice, ...rest }),
  );
const anyChange = fc.oneof(
  fc.record({
    act: fc.constantFrom('use_card' as const, 'use_backup' as const),
    card: fc.constantFrom(visa, mastercard),
  }),
  fc.record({ act: fc.constantFrom('use_bank_transfer' as const, 'remove_backup' as const) }),
);

it('whatever is decided: a backup never stands alone nor equals the first, and no failed payment loses its card', () => {
  fc.assert(
    fc.property(anyFacts, anyChange, (given, change) => {
      const decision = decideMethod(given, change);
      if (!decision.ok) return;
      const { method, backup } = decision.value.after;
      if (backup) expect(method).toMatchObject({ kind: 'card' });
      if (backup) expect(method).not.toMatchObject(backup);
      const owes = given.apps.some(({ state }) => state.startsWith('past_due'));
      if (owes && given.method.kind === 'card') expect(method.kind).toBe('card');
      expect(decision.value.settlement).toBe(method.kind === 'card' ? 'card' : 'invoice');
    }),
  );
});

it('the same says whether bank transfer is offered', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const refusal = findBankTransferRefusal(given);
      const decision = decideMethod(given, { act: 'use_bank_transfer' });
      expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
    }),
  );
});
