import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountDueOf } from '@/lib/domain/invoices';
import { creditOf, type InvoiceMoney } from '@/lib/domain/profile-credit';

type Paid = { readonly invoice: number; readonly amountMinor: bigint; isBack: boolean };

const share = fc.bigInt(0n, 100n);
const which = fc.integer({ min: 0, max: 9 });
const step = fc.oneof(
  fc.record({ do: fc.constant('issue' as const), totalMinor: fc.bigInt(1n, 500n), share }),
  fc.record({ do: fc.constant('credit' as const), which, share }),
  fc.record({ do: fc.constant('pay' as const), which, share }),
  fc.record({ do: fc.constant('transfer' as const), amountMinor: fc.bigInt(1n, 300n) }),
  fc.record({ do: fc.constant('take back' as const), which }),
);

/** What is still to pay of an invoice, with what credit of the profile really pays of it. */
function dueOf(invoice: InvoiceMoney, short: ReadonlyMap<string, bigint>): bigint {
  const fromCreditMinor = short.get(invoice.id) ?? invoice.fromCreditMinor;
  return amountDueOf({ ...invoice, paidMinor: invoice.moneyMinor + fromCreditMinor });
}

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

test('what is open less what is left to the credit is what was asked for less the money that stayed, in any sequence', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const issued: { totalMinor: bigint; creditedMinor: bigint; fromCreditMinor: bigint }[] = [];
      const paid: Paid[] = [];
      let unusedMinor = 0n;
      const now = () => {
        const invoices = issued.map((invoice, index) => {
          const kept = paid.filter((payment) => payment.invoice === index && !payment.isBack);
          return { ...invoice, id: `${index}`, moneyMinor: sumOf(kept.map(({ amountMinor }) => amountMinor)) };
        });
        const credit = creditOf({ invoices, unusedMinor });
        return { ...credit, invoices, dues: invoices.map((invoice) => dueOf(invoice, credit.short)) };
      };
      for (const each of steps) {
        const { leftMinor, dues } = now();
        const at = 'which' in each ? each.which : 0;
        const invoice = issued[at];
        if (each.do === 'issue') {
          const { totalMinor } = each;
          const fromCreditMinor = leftMinor < totalMinor ? leftMinor : totalMinor;
          const creditedMinor = 0n;
          issued.push({ totalMinor, creditedMinor, fromCreditMinor });
          const amountMinor = ((totalMinor - fromCreditMinor) * each.share) / 100n;
          paid.push({ invoice: issued.length - 1, amountMinor, isBack: false });
        }
        if (each.do === 'credit' && invoice) {
          invoice.creditedMinor += ((invoice.totalMinor - invoice.creditedMinor) * each.share) / 100n;
        }
        if (each.do === 'pay') {
          paid.push({ invoice: at, amountMinor: ((dues[at] ?? 0n) * each.share) / 100n, isBack: false });
        }
        if (each.do === 'transfer' && sumOf(dues) === 0n) unusedMinor += each.amountMinor;
        const taken = each.do === 'take back' ? paid[at] : undefined;
        if (taken) taken.isBack = true;
        const after = now();
        const asked = sumOf(after.invoices.map(({ totalMinor, creditedMinor }) => totalMinor - creditedMinor));
        const money = sumOf(after.invoices.map(({ moneyMinor }) => moneyMinor)) + unusedMinor;
        expect(sumOf(after.dues) - after.leftMinor).toBe(asked - money);
        expect(after.leftMinor >= 0n).toBe(true);
      }
    }),
  );
});

test('money that is taken back leaves those short that used it last', () => {
  const paid = { id: 'first', totalMinor: 100n, creditedMinor: 100n, moneyMinor: 0n, fromCreditMinor: 0n };
  const user = (id: string) => ({ ...paid, id, totalMinor: 40n, creditedMinor: 0n, fromCreditMinor: 40n });
  const money = { invoices: [user('second'), user('third'), paid], unusedMinor: 50n };
  expect(creditOf(money)).toEqual({ leftMinor: 0n, short: new Map([['third', 10n]]) });
});
