import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePriceOf } from '@/lib/domain/invoices';
import { arithmeticOf } from '@/lib/domain/line-arithmetic';
import { priceOfChange, priceOfDays } from '@/lib/domain/proration';

const line = {
  kind: 'increase',
  fromQuantity: 10,
  toQuantity: 14,
  days: 9,
  ofDays: 30,
  quantity: 1,
  unitMinor: 15480n,
  netMinor: 15480n,
} as const;

test('an increase is the difference between two amounts for the days left', () => {
  expect(arithmeticOf(line, 12900n)).toEqual({
    by: 'difference',
    unitMinor: 12900n,
    more: { quantity: 14, netMinor: 54180n },
    fewer: { quantity: 10, netMinor: 38700n },
  });
});

test('what was taken back is told the same way round', () => {
  expect(arithmeticOf({ ...line, kind: 'credit', fromQuantity: 14, toQuantity: 10 }, 12900n)).toMatchObject({
    by: 'difference',
    more: { quantity: 14 },
    fewer: { quantity: 10 },
  });
});

const period = { ...line, kind: 'period', fromQuantity: null, days: 30, netMinor: 180_600n } as const;

test.each([
  ['another price', line, 12901n],
  ['no price', line, undefined],
  ['a capped credit', { ...line, kind: 'credit', netMinor: 15479n } as const, 12900n],
  ['a change of plan', { ...line, kind: 'plan_change' } as const, 12900n],
])('%s: the amount alone', (_, given, unitMinor) => {
  expect(arithmeticOf(given, unitMinor)).toEqual({ by: 'amount' });
});

test('a whole period at another price than today keeps the price that stands on it', () => {
  const sold = { ...period, toQuantity: 14, quantity: 14, unitMinor: 12900n };
  const told = { by: 'price', unitMinor: 12900n, more: { quantity: 14, netMinor: 180_600n }, isPartial: false };
  expect(arithmeticOf(sold, 12900n)).toEqual(told);
  expect(arithmeticOf(sold, 9900n)).toEqual(told);
  const flat = { ...period, toQuantity: null, unitMinor: 180_600n };
  expect(arithmeticOf(flat, 180_600n)).toMatchObject({ by: 'price', more: { quantity: null } });
});

test('whatever is shown adds up to the line', () => {
  const facts = fc.record({
    kind: fc.constantFrom('period', 'increase', 'credit', 'plan_change'),
    fromQuantity: fc.option(fc.integer({ min: 0, max: 50 })),
    toQuantity: fc.option(fc.integer({ min: 1, max: 50 })),
    days: fc.integer({ min: 1, max: 31 }),
    netMinor: fc.bigInt(1n, 10n ** 6n),
    price: fc.bigInt(0n, 20_000n),
    isTrue: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, ({ price, isTrue, ...some }) => {
      const remainder = { daysLeft: some.days, daysOfPeriod: 31 };
      const [from, to] = [some.fromQuantity ?? 0, some.toQuantity ?? 1];
      const counted =
        some.kind === 'period' ? priceOfDays(price, to, remainder) : priceOfChange(price, from, to, remainder);
      const netMinor = isTrue && counted > 0n ? counted : some.netMinor;
      const told = arithmeticOf({ ...some, ofDays: 31, netMinor, ...linePriceOf({ ...some, netMinor }) }, price);
      if (told.by === 'amount') return;
      const less = told.by === 'difference' ? told.fewer.netMinor : 0n;
      expect(told.more.netMinor - less).toBe(netMinor);
      if (told.by === 'price') {
        const share = priceOfDays(told.unitMinor, told.more.quantity ?? 1, remainder);
        expect(told.isPartial ? share : told.unitMinor * BigInt(told.more.quantity ?? 1)).toBe(netMinor);
      }
    }),
  );
});
