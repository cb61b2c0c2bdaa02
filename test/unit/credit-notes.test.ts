import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountsOfCredit, creditNotesOf } from '@/lib/domain/credit-notes';
import { allocateCredit, type CreditableCharge, type CreditPart } from '@/lib/domain/proration';
import { totalOf, vatOf } from '@/lib/domain/vat';

type Charge = CreditableCharge & { readonly app: number };

const drawn = fc.array(
  fc.record({
    app: fc.integer({ min: 0, max: 2 }),
    invoice: fc.constantFrom('first', 'second', 'waiting'),
    vatRateBp: fc.constantFrom(0, 600, 1900, 2500, 2550),
    netMinor: fc.bigInt(1n, 400n),
  }),
  { minLength: 1, maxLength: 9 },
);
const acts = fc.array(fc.record({ app: fc.integer({ min: 0, max: 2 }), wanted: fc.bigInt(1n, 500n) }), {
  maxLength: 25,
});

const nothing: CreditPart[] = [];
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const isOn = (bill: CreditableCharge['bill']) => (other: { readonly bill: CreditableCharge['bill'] }) =>
  other.bill.id === bill.id && other.bill.vatRateBp === bill.vatRateBp;

/** The charges as they stand once that was credited: an invoice's VAT groups know of every app's credit. */
function after(charges: readonly Charge[], parts: readonly CreditPart[]): Charge[] {
  return charges.map((charge) => {
    const own = parts.filter(({ chargeId }) => chargeId === charge.id).map(({ netMinor }) => netMinor);
    const ofBill = parts.filter(isOn(charge.bill)).map(({ netMinor }) => netMinor);
    const creditedNetMinor = charge.bill.creditedNetMinor + sumOf(ofBill);
    return {
      ...charge,
      creditedNetMinor: charge.creditedNetMinor + sumOf(own),
      bill: { ...charge.bill, creditedNetMinor },
    };
  });
}

/** What notes have credited of one VAT group of an invoice. */
function creditedOf(bill: CreditableCharge['bill'], acted: readonly (readonly CreditPart[])[]) {
  return amountsOf(acted.map((parts) => parts.filter(isOn(bill))));
}

function amountsOf(acted: readonly (readonly CreditPart[])[]) {
  const each = acted.map((parts) => amountsOfCredit(parts, 'S'));
  return {
    netMinor: sumOf(each.map(({ netMinor }) => netMinor)),
    vatMinor: sumOf(each.map(({ vatMinor }) => vatMinor)),
  };
}

test('crediting all of an invoice, in any number of steps and any order, comes to its total and never to more', () => {
  fc.assert(
    fc.property(drawn, acts, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (lines, some, last) => {
      let charges: Charge[] = lines.map(({ app, invoice, vatRateBp, netMinor }, index) => ({
        id: `line-${index}`,
        billingProfileId: 'office',
        bill: { id: invoice, vatRateBp, creditedNetMinor: 0n },
        app,
        netMinor,
        creditedNetMinor: 0n,
      }));
      const groups = charges.map(({ bill }) => {
        const netMinor = sumOf(charges.filter(isOn(bill)).map((charge) => charge.netMinor));
        return { bill, netMinor, vatMinor: vatOf(netMinor, bill.vatRateBp) };
      });
      const acted = [nothing];
      for (const { app, wanted } of [...some, ...last.map((each) => ({ app: each, wanted: 10_000n }))]) {
        const parts = allocateCredit(
          wanted,
          charges.filter((charge) => charge.app === app),
        );
        acted.push(parts);
        charges = after(charges, parts);
        for (const { bill, netMinor, vatMinor } of groups) {
          const credited = creditedOf(bill, acted);
          expect(credited.vatMinor).toBe(vatOf(credited.netMinor, bill.vatRateBp));
          expect(credited.netMinor <= netMinor && credited.vatMinor <= vatMinor).toBe(true);
        }
      }
      for (const { bill, netMinor, vatMinor } of groups)
        expect(creditedOf(bill, acted)).toEqual({ netMinor, vatMinor });
      const billed = charges.map(({ netMinor, bill }) => ({ ...bill, netMinor }));
      const totals = ['first', 'second', 'waiting'].map((id) =>
        totalOf(
          billed
            .filter((line) => line.id === id)
            .map(({ netMinor, vatRateBp: rateBp }) => ({ netMinor, category: 'S', rateBp })),
        ),
      );
      expect(amountsOf(acted).vatMinor).toBe(sumOf(totals.map(({ vatMinor }) => vatMinor)));
    }),
  );
});

test('a credit has one note for each invoice that it takes from', () => {
  const bill = (id: string) => ({ id, vatRateBp: 2500, creditedNetMinor: 0n });
  const part = (chargeId: string, invoice: string, billingProfileId = 'office') => {
    return { chargeId, billingProfileId, bill: bill(invoice), netMinor: 2n };
  };
  const parts = [part('a', 'first'), part('b', 'second', 'north'), part('c', 'first')];
  expect(creditNotesOf(parts)).toEqual([
    { billingProfileId: 'office', parts: [parts[0], parts[2]], credits: [bill('first'), bill('first')] },
    { billingProfileId: 'north', parts: [parts[1]], credits: [bill('second')] },
  ]);
  expect(amountsOfCredit(parts, 'S')).toEqual({ netMinor: 6n, vatMinor: 2n, totalMinor: 8n });
});
