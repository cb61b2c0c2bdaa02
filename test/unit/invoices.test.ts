import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountDueOf, creditShares, dueDayOf, invoiceStateOf, linePriceOf } from '@/lib/domain/invoices';

const balance = (totalMinor: bigint, paidMinor = 0n, creditedMinor = 0n) => ({ totalMinor, paidMinor, creditedMinor });

describe('what is due', () => {
  it.each([
    ['nothing paid', balance(19350n), 19350n],
    ['paid', balance(19350n, 19350n), 0n],
    ['credited in part', balance(19350n, 0n, 5000n), 14350n],
    ['credited in whole', balance(19350n, 0n, 19350n), 0n],
    ['paid in part, the rest credited', balance(19350n, 10000n, 9350n), 0n],
    ['paid and then credited', balance(19350n, 19350n, 19350n), 0n],
  ])('%s', (_, given, expected) => {
    expect(amountDueOf(given)).toBe(expected);
  });

  it('is never negative, and with what is paid and credited never less than the total', () => {
    const amount = fc.bigInt(0n, 10n ** 12n);
    fc.assert(
      fc.property(amount, amount, amount, (total, paid, credited) => {
        const due = amountDueOf(balance(total, paid, credited));
        expect(due >= 0n && due <= total && due + paid + credited >= total).toBe(true);
      }),
    );
  });
});

describe('how an invoice stands', () => {
  it.each([
    ['due', balance(100n), '2026-11-21'],
    ['due', balance(100n), '2026-11-22'],
    ['overdue', balance(100n), '2026-11-23'],
    ['overdue', balance(100n, 0n, 40n), '2026-11-23'],
    ['paid', balance(100n, 100n), '2026-11-23'],
    ['paid', balance(100n, 100n, 100n), '2026-11-23'],
    ['credited', balance(100n, 0n, 100n), '2026-11-23'],
  ] as const)('%s: %o on %s, when 22 November is the last day', (state, given, today) => {
    expect(invoiceStateOf(given, '2026-11-22', today)).toBe(state);
  });
});

it.each([
  ['card', '2026-11-22'],
  ['invoice', '2026-12-22'],
] as const)('issued on 22 November, a profile that pays by %s pays by %s', (settlement, dueOn) => {
  expect(dueDayOf(settlement, '2026-11-22')).toBe(dueOn);
});

describe('a credit divided among invoices', () => {
  it.each([
    [19350n, [15480n], [19350n]],
    [100n, [1n, 1n, 1n], [33n, 33n, 34n]],
    [5n, [4n, 0n, 1n], [4n, 0n, 1n]],
    [7n, [], []],
  ])('%s among %s: %s', (total, nets, shares) => {
    expect(creditShares(total, nets)).toEqual(shares);
  });

  it('loses and adds nothing, and gives nobody more than a minor unit too much or too little', () => {
    const nets = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 10n), nets, (total, parts) => {
        const sum = parts.reduce((all, net) => all + net, 0n);
        const shares = creditShares(total, parts);
        expect(shares.reduce((all, share) => all + share, 0n)).toBe(total);
        for (const [index, share] of shares.entries()) {
          const off = share * sum - total * (parts[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        }
      }),
    );
  });
});

describe('a line’s price', () => {
  it.each([
    ['period', 10, 129000n, { quantity: 10, unitMinor: 12900n }],
    ['period', null, 89000n, { quantity: 1, unitMinor: 89000n }],
    ['period', 3, 100n, { quantity: 1, unitMinor: 100n }],
    ['increase', 14, 15480n, { quantity: 1, unitMinor: 15480n }],
    ['credit', 10, 15480n, { quantity: 1, unitMinor: 15480n }],
  ] as const)('%s of %s for %s', (kind, toQuantity, netMinor, expected) => {
    expect(linePriceOf({ kind, toQuantity, netMinor })).toEqual(expected);
  });

  it('times its quantity is its net, exactly', () => {
    const kinds = fc.constantFrom('period', 'increase', 'credit');
    const quantities = fc.option(fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(kinds, quantities, fc.bigInt(1n, 10n ** 12n), (kind, toQuantity, netMinor) => {
        const { quantity, unitMinor } = linePriceOf({ kind, toQuantity, netMinor });
        expect(BigInt(quantity) * unitMinor).toBe(netMinor);
      }),
    );
  });
});
