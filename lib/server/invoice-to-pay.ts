import { findOpenApproval } from '@/db/approvals';
import { type BilledApp, findDebt } from '@/db/debts';
import { listFailedPayments } from '@/db/dunning';
import { findSubscription } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { nextRetryOf, troubleOf } from '@/lib/domain/dunning';
import { isOwing } from '@/lib/domain/payment-methods';
import type { PaySituation } from '@/lib/domain/payment-steps';
import { nowAt } from './clock';
import { mayOn, type Reader } from './guard';

/** An invoice for whoever may see it, with all that its payment is decided by and told with. */
export type InvoiceToPay = NonNullable<Awaited<ReturnType<typeof findInvoiceToPay>>>;

/** Undefined when the invoice is not the reader's to see. `hasReceipt` is for the caller to know. */
export async function findInvoiceToPay(reader: Reader, id: string) {
  const debt = await findDebt(reader.scope, id);
  if (!debt || !mayOn(reader, 'invoice.see', debt.profile.id)) return undefined;
  const { invoice, dueMinor, profile, apps, payer } = debt;
  const now = nowAt();
  const owing = await findOwing(reader, apps, now);
  const approval = await findOpenApproval(reader.scope, debt);
  const situation: Omit<PaySituation, 'hasReceipt'> = {
    standing: dueMinor > 0n ? 'open' : invoice.paidMinor > 0n ? 'paid' : 'credited',
    method: profile.settlement === 'card' && payer.paymentMethod?.kind === 'card' ? 'card' : 'bank_transfer',
    trouble: approval ? 'approval_wanted' : owing?.trouble,
    mayPay: mayOn(reader, 'invoice.pay', profile.id),
  };
  return { debt, situation, owing, approval, today: dayIn(profile.timeZone, now) };
}

/** Of the apps on the invoice that wait for money, the one with the nearest last day. */
async function findOwing(reader: Reader, apps: readonly BilledApp[], now: number) {
  const found = await Promise.all(
    apps.filter(({ state }) => isOwing(state)).map(({ id }) => findSubscription(reader.scope, id)),
  );
  const dated = found.flatMap((app) => (app?.payBy ? [{ ...app, payBy: app.payBy }] : []));
  const [first] = dated.sort((one, other) => one.payBy.localeCompare(other.payBy));
  if (!first) return undefined;
  const [failed] = await listFailedPayments(reader.scope, first.id, now);
  return {
    payBy: first.payBy,
    policyVersion: first.policyVersion,
    trouble: failed && troubleOf(failed.dunning),
    nextTry: failed && nextRetryOf(failed.dunning),
  };
}
