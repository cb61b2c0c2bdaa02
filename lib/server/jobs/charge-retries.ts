import { type FailedPayment, listFailedPayments, listPastDue } from '@/db/dunning';
import { saveRetriedInvoice } from '@/db/invoice-settlements';
import type { JobScope } from '@/db/scope';
import type { Day } from '@/lib/domain/days';
import { dueRetryOf } from '@/lib/domain/dunning';
import { chargeCards, giveBack } from '@/lib/server/payment/card-charge';

/** Tries again what a card did not pay, on the days of the policy and once with every new card. */
export async function runChargeRetries(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const id of await listPastDue(scope)) await retryCharges(scope, id, now);
}

/** The same for one profile, at once when it has another card. */
export async function retryChargesOf(scope: JobScope, billingProfileId: string, now: number): Promise<void> {
  for (const id of await listPastDue(scope, billingProfileId)) await retryCharges(scope, id, now);
}

async function retryCharges(scope: JobScope, subscriptionId: string, now: number): Promise<void> {
  for (const failed of await listFailedPayments(scope, subscriptionId, now)) {
    const occasion = dueRetryOf(failed.dunning);
    if (occasion !== undefined && !(await retry(scope, failed, occasion, now))) return;
  }
}

/** Whether it was paid: the next invoice of the app is not tried where the one before was refused. */
async function retry(
  scope: JobScope,
  { debt, dunning }: FailedPayment,
  occasion: string,
  now: number,
): Promise<boolean> {
  const { payer, invoice, dueMinor } = debt;
  // What is due is part of the key: after a payment in part, the same occasion is another charge.
  const key = `retry:${invoice.id}:${occasion}:${dueMinor}`;
  const request = { key, subscription: payer, documentId: invoice.id, amountMinor: dueMinor, now };
  const charged = await chargeCards(scope, request);
  if (!charged.ok || charged.value.outcome !== 'paid') return false;
  const { charge } = charged.value;
  const saved = await saveRetriedInvoice(scope, { debt, charge, today: dunning.today, now });
  if (!saved.ok && saved.refusal === 'stale') await giveBack(scope, payer, charge, now);
  return saved.ok;
}
