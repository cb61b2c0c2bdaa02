import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCredit, type CreditableCharge, priceOfChange, priceOfDays } from '@/lib/domain/proration';
import { vatOf } from '@/lib/domain/vat';
import { billedOn } from './license-facts';

const billed = billedOn('first');
const unit = fc.bigInt(0n, 10_000_000n);
const quantity = fc.integer({ min: 1, max: 100_000 });
const remainder = fc
  .integer({ min: 28, max: 366 })
  .chain((daysOfPeriod) =>
    fc.record({ daysOfPeriod: fc.constant(daysOfPeriod), daysLeft: fc.integer({ min: 1, max: daysOfPeriod }) }),
  );

describe('proration', () => {
  it.each([
    {
      unitMinor: 12900n,
      from: 10,
      to: 14,
      daysLeft: 9,
      daysOfPeriod: 30,
      old: 38700n,
      next: 54180n,
      net: 15480n,
      vat: 3870n,
    },
    {
      unitMinor: 9900n,
      from: 7,
      to: 10,
      daysLeft: 17,
      daysOfPeriod: 31,
      old: 38003n,
      next: 54290n,
      net: 16287n,
      vat: 4072n,
    },
    { unitMinor: 1n, from: 1, to: 2, daysLeft: 14, daysOfPeriod: 28, old: 1n, next: 1n, net: 0n, vat: 0n },
  ])(
    '$from → $to at $unitMinor, $daysLeft of $daysOfPeriod days: $net',
    ({ unitMinor, from, to, old, next, net, vat, ...rest }) => {
      expect(priceOfDays(unitMinor, from, rest)).toBe(old);
      expect(priceOfDays(unitMinor, to, rest)).toBe(next);
      expect(priceOfChange(unitMinor, from, to, rest)).toBe(net);
      expect(vatOf(net, 2500)).toBe(vat);
    },
  );

  it('costs the same in one step or in two', () => {
    fc.assert(
      fc.property(unit, quantity, quantity, quantity, remainder, (price, a, b, c, left) => {
        const twoSteps = priceOfChange(price, a, b, left) + priceOfChange(price, b, c, left);
        expect(twoSteps).toBe(priceOfChange(price, a, c, left));
      }),
    );
  });

  it('costs the full price for the full period', () => {
    fc.assert(
      fc.property(unit, quantity, remainder, (price, licenses, { daysOfPeriod }) => {
        expect(priceOfDays(price, licenses, { daysLeft: daysOfPeriod, daysOfPeriod })).toBe(price * BigInt(licenses));
      }),
    );
  });

  it('never credits more than was charged, whatever comes in which order, and has no zero parts', () => {
    const move = fc.record({ to: fc.integer({ min: 1, max: 50 }), daysPassed: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.bigInt(0n, 300n), fc.array(move, { maxLength: 12 }), (price, moves) => {
        let charges: CreditableCharge[] = [{ ...billed, id: 'period', netMinor: price * 5n, creditedNetMinor: 0n }];
        let current = 5;
        let daysLeft = 31;
        for (const { to, daysPassed } of moves) {
          daysLeft = Math.max(1, daysLeft - daysPassed);
          const netMinor = priceOfChange(price, current, to, { daysLeft, daysOfPeriod: 31 });
          const parts = allocateCredit(netMinor < 0n ? -netMinor : 0n, charges);
          if (netMinor > 0n)
            charges = [...charges, { ...billed, id: `${charges.length}`, netMinor, creditedNetMinor: 0n }];
          for (const part of parts) expect(part.netMinor > 0n).toBe(true);
          charges = charges.map((charge) => {
            const given = parts
              .filter((part) => part.chargeId === charge.id)
              .reduce((sum, part) => sum + part.netMinor, 0n);
            return { ...charge, creditedNetMinor: charge.creditedNetMinor + given };
          });
          current = to;
          expect(charges.every((charge) => charge.creditedNetMinor <= charge.netMinor)).toBe(true);
        }
      }),
    );
  });

  it('credits the newest charge first', () => {
    const charges = [
      { ...billed, id: 'period', netMinor: 100n, creditedNetMinor: 0n },
      { ...billed, id: 'nothing', netMinor: 0n, creditedNetMinor: 0n },
      { ...billed, id: 'increase', netMinor: 30n, creditedNetMinor: 10n },
    ];
    expect(allocateCredit(50n, charges)).toEqual([
      { ...billed, chargeId: 'increase', netMinor: 20n },
      { ...billed, chargeId: 'period', netMinor: 30n },
    ]);
  });
});
