import { expect, test, vi } from 'vitest';
import { playHistories } from './histories';
import { RULES, type Rules, rounded } from './reference/money';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

const PLANTED: readonly (readonly [string, Partial<Rules>])[] = [
  [
    'an increase priced by its difference',
    { increase: (unit, from, to, left, days) => rounded(unit * BigInt(to - from) * BigInt(left), BigInt(days)) },
  ],
  ['a credit of all that a line still holds', { credit: (_wanted, held) => held }],
  ['VAT rounded down', { vat: (net, rate) => (net * rate) / 10_000n }],
];

test.each(PLANTED)(
  '%s in the reference is found, and told with its seed',
  async (_, planted) => {
    const { failure } = await playHistories({
      histories: 400,
      seed: 7,
      isShortened: false,
      rules: { ...RULES, ...planted },
    });
    expect(failure).toMatch(/^seed 7, history \d+(.|\n)*by the rules/);
  },
  300_000,
);
