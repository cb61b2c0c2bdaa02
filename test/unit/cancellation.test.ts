import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CancellationFacts, decideCancellation, decideKeep } from '@/lib/domain/cancellation';
import type { InvoiceMoney } from '@/lib/domain/profile-credit';
import type { SubscriptionState } from '@/lib/domain/subscription-states';
import { vatOf } from '@/lib/domain/vat';
import { billedOn } from './license-facts';

const HOUR = 3_600_000;
const purchasedAt = Date.parse('2026-11-01T10:00:00Z');
const today = '2026-11-22';
const late = { today, now: Date.parse('2026-11-22T10:00:00Z') };
const soon = { today: '2026-11-02', now: purchasedAt + HOUR };

/** An invoice that money has paid in full. */
function paidBy(moneyMinor: bigint, id = 'first'): InvoiceMoney {
  return { id, totalMinor: moneyMinor, creditedMinor: 0n, moneyMinor, fromCreditMinor: 0n };
}

function factsIn(state: SubscriptionState, changed: Partial<CancellationFacts> = {}): CancellationFacts {
  return {
    state,
    purchasedAt,
    policyVersion: '2026-11',
    periodEnd: state === 'pending_activation' ? null : '2026-12-01',
    assignedQuantity: 7,
    plannedQuantity: null,
    vatCategory: 'S',
    lines: [{ id: 'period', ...billedOn('first'), netMinor: 129_000n, creditedNetMinor: 0n }],
    payments: [{ id: 'charge', amountMinor: 161_250n, invoiceId: 'first' }],
    money: [{ invoices: [paidBy(161_250n)], unusedMinor: 0n }],
    ...changed,
  };
}

describe('a cancellation', () => {
  it.each([
    ['pending_activation', 'at_end', 'not_activated'],
    ['pending_activation', 'now', 'cancel_before_activation → disabled:cancelled on 2026-11-22'],
    ['active', 'at_end', 'cancel_at_end → active_ending on 2026-12-01'],
    ['active', 'now', 'cancel_now → disabled:cancelled on 2026-11-22'],
    ['active_ending', 'at_end', 'already_ending'],
    ['active_ending', 'now', 'cancel_now → disabled:cancelled on 2026-11-22'],
    ['past_due', 'at_end', 'cancel_at_end → past_due_ending on 2026-12-01'],
    ['past_due', 'now', 'cancel_now → disabled:cancelled on 2026-11-22'],
    ['past_due_ending', 'at_end', 'already_ending'],
    ['past_due_ending', 'now', 'cancel_now → disabled:cancelled on 2026-11-22'],
    ['disabled', 'at_end', 'subscription_disabled'],
    ['disabled', 'now', 'subscription_disabled'],
  ] as const)('of %s, %s: %s', (state, time, expected) => {
    const decided = decideCancellation(factsIn(state), time, late);
    if (!decided.ok) return expect(decided.refusal).toBe(expected);
    const { act, next, endsOn } = decided.value;
    const reason = next.disabledReason ? `:${next.disabledReason}` : '';
    expect(`${act} → ${next.state}${reason} on ${endsOn}`).toBe(expected);
  });

  it.each(['active', 'past_due'] as const)('of %s cannot wait for a period that is over', (state) => {
    const over = { ...late, today: '2026-12-01' };
    expect(decideCancellation(factsIn(state), 'at_end', over)).toEqual({ ok: false, refusal: 'period_over' });
    expect(decideCancellation(factsIn(state), 'now', over).ok).toBe(true);
  });

  it.each([
    ['at_end', '2026-12-08'],
    ['now', '2026-11-29'],
  ] as const)('%s keeps the data for the policy’s days from then on: %s', (time, dataKeptUntil) => {
    expect(decideCancellation(factsIn('active'), time, late)).toMatchObject({ value: { dataKeptUntil } });
  });
});

describe('money back', () => {
  it.each([
    ['now', 72 * HOUR - 1, 161_250n],
    ['now', 72 * HOUR, 161_250n],
    ['now', 72 * HOUR + 1, 0n],
    ['at_end', 1, 0n],
  ] as const)('%s, %d ms after the purchase: %s', (time, after, refundMinor) => {
    const decided = decideCancellation(factsIn('active'), time, { today, now: purchasedAt + after });
    expect(decided).toMatchObject({
      value: {
        refundMinor,
        isRefunded: refundMinor > 0n,
        credit: { totalMinor: refundMinor },
        refundedChargeIds: refundMinor > 0n ? ['charge'] : [],
      },
    });
  });

  it('is none before activation, when nothing has been billed', () => {
    const facts = factsIn('pending_activation', { lines: [], payments: [] });
    expect(decideCancellation(facts, 'now', soon)).toMatchObject({ value: { refundMinor: 0n, creditParts: [] } });
  });

  const lines = fc.array(
    fc
      .record({
        netMinor: fc.bigInt(1n, 10_000_000n),
        share: fc.integer({ min: 0, max: 120 }),
        invoice: fc.constantFrom('first', 'second'),
      })
      .map(({ share, ...line }) => ({ ...line, creditedNetMinor: (line.netMinor * BigInt(share)) / 100n })),
    { maxLength: 6 },
  );
  it('leaves on the profile what has paid another invoice since', () => {
    const elsewhere = { ...paidBy(0n, 'elsewhere'), totalMinor: 9_000n, fromCreditMinor: 9_000n };
    const increase = { ...paidBy(19_350n, 'increase'), creditedMinor: 19_350n };
    const facts = factsIn('active', {
      payments: [
        { id: 'charge', amountMinor: 161_250n, invoiceId: 'first' },
        { id: 'another', amountMinor: 19_350n, invoiceId: 'increase' },
      ],
      money: [{ invoices: [elsewhere, increase, paidBy(161_250n)], unusedMinor: 0n }],
    });
    expect(decideCancellation(facts, 'now', soon)).toMatchObject({
      value: { refundMinor: 161_250n, refundedChargeIds: ['charge'] },
    });
  });

  const payments = fc.array(fc.bigInt(1n, 10_000_000n), { maxLength: 4 });

  it('credits each line once, never beyond what is left of it, and gives back what was paid and no more', () => {
    fc.assert(
      fc.property(lines, payments, fc.integer({ min: 0, max: 10_000 }), (drawn, paid, vatRateBp) => {
        const facts = factsIn('active', {
          lines: drawn.map(({ invoice, ...line }, index) => {
            const { billingProfileId, bill } = billedOn(invoice);
            return { ...line, billingProfileId, bill: { ...bill, vatRateBp }, id: `line-${index}` };
          }),
          payments: paid.map((amountMinor, index) => ({ id: `charge-${index}`, amountMinor, invoiceId: `${index}` })),
          money: [
            {
              invoices: paid.map((amount, index) => ({ ...paidBy(amount, `${index}`), creditedMinor: amount })),
              unusedMinor: 0n,
            },
          ],
        });
        const decided = decideCancellation(facts, 'now', soon);
        if (!decided.ok) throw new Error(decided.refusal);
        const { creditParts, credit, refundMinor, refundedChargeIds } = decided.value;
        expect(new Set(creditParts.map(({ chargeId }) => chargeId)).size).toBe(creditParts.length);
        for (const line of facts.lines) {
          const part = creditParts.find(({ chargeId }) => chargeId === line.id)?.netMinor ?? 0n;
          const left = line.netMinor - line.creditedNetMinor;
          expect(part).toBe(left > 0n ? left : 0n);
        }
        expect(credit.netMinor).toBe(creditParts.reduce((sum, { netMinor }) => sum + netMinor, 0n));
        const vatOfNote = (invoice: string) => {
          const own = creditParts.filter(({ bill }) => bill.id === invoice);
          return vatOf(
            own.reduce((sum, { netMinor }) => sum + netMinor, 0n),
            vatRateBp,
          );
        };
        expect(credit.vatMinor).toBe(vatOfNote('first') + vatOfNote('second'));
        expect(credit.totalMinor).toBe(credit.netMinor + credit.vatMinor);
        expect(refundMinor).toBe(paid.reduce((sum, amount) => sum + amount, 0n));
        expect(refundedChargeIds).toEqual(facts.payments.map(({ id }) => id));
      }),
    );
  });
});

describe('keeping', () => {
  it.each([
    ['active_ending', '2026-11-30', 'active'],
    ['past_due_ending', '2026-11-30', 'past_due'],
    ['active_ending', '2026-12-01', 'period_over'],
    ['past_due_ending', '2027-01-01', 'period_over'],
    ['active', '2026-11-30', 'not_ending'],
    ['past_due', '2026-11-30', 'not_ending'],
    ['pending_activation', '2026-11-30', 'not_ending'],
    ['disabled', '2026-11-30', 'subscription_disabled'],
  ] as const)('%s on %s: %s', (state, day, expected) => {
    const endsOn = state === 'pending_activation' ? null : '2026-12-01';
    const decided = decideKeep({ state, endsOn }, day);
    expect(decided.ok ? decided.value.state : decided.refusal).toBe(expected);
  });
});
