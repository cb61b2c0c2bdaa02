import { findDebt } from '@/db/debts';
import { saveRetriedInvoice } from '@/db/invoice-settlements';
import { listOpenCharges, listUnusedCharges } from '@/db/open-charges';
import type { JobScope } from '@/db/scope';
import { type Day, dayIn } from '@/lib/domain/days';
import { answerCharge, refundCharge } from '@/lib/server/payment/card-charge';

const ANSWERED_WITHIN_MS = 5 * 60_000;
const USED_WITHIN_MS = 2 * 60 * 60_000;

/**
 * Finds out what became of charges whose answer never came, by asking under the same key again. Money that then pays
 * for nothing goes back: its review has expired. A period's charge waits for the job that renews it.
 */
export async function runOpenCharges(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const id of await listOpenCharges(scope, now - ANSWERED_WITHIN_MS)) await answerCharge(scope, id, now);
  for (const charge of await listUnusedCharges(scope, now - USED_WITHIN_MS)) await settleOrGiveBack(scope, charge, now);
}

async function settleOrGiveBack(
  scope: JobScope,
  { id, documentId, amountMinor, brand, lastFour }: Awaited<ReturnType<typeof listUnusedCharges>>[number],
  now: number,
): Promise<void> {
  const debt = documentId === null ? undefined : await findDebt(scope, documentId);
  if (debt?.dueMinor === amountMinor) {
    const today = dayIn(debt.profile.timeZone, now);
    const saved = await saveRetriedInvoice(scope, { debt, charge: { id, method: { brand, lastFour } }, today, now });
    if (saved.ok || saved.refusal === 'busy') return;
  }
  await refundCharge(scope, id, now);
}
