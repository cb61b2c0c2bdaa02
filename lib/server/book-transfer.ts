import { z } from 'zod';
import { type Debt, findDebt } from '@/db/debts';
import type { JobScope, StaffScope } from '@/db/scope';
import { saveTransfer, type Transfer } from '@/db/transfers';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

/** Money that came to the seller's account for an invoice. `reference` is what the payer's bank said. */
export const transfer = z.strictObject({
  invoiceId: z.string(),
  amountMinor: z.bigint().positive(),
  receivedOn: z.string(),
  reference: z.string().max(140).nullable(),
});

export type BookRefusal = 'not_found' | 'amount_not_positive' | 'day_in_future' | 'busy' | 'key_reused';

/**
 * Books it once per key: it pays the invoice, then whatever else the profile owes, oldest due first; the rest stays
 * to the profile's credit. Apps whose last debt it pays are back. Answers what it paid.
 */
export async function bookTransfer(
  scope: StaffScope | JobScope,
  asked: z.infer<typeof transfer> & { readonly key: string; readonly now: number },
): Promise<Outcome<Transfer, BookRefusal>> {
  const debt = await findDebt(scope, asked.invoiceId);
  if (!debt) return refuse('not_found');
  if (asked.amountMinor <= 0n) return refuse('amount_not_positive');
  if (asked.receivedOn > todayOf(debt, asked.now)) return refuse('day_in_future');
  const saved = await saveTransfer(scope, { ...asked, debt, today: todayOf(debt, asked.now) });
  return saved.ok ? accept(saved.value) : saved;
}

function todayOf({ profile }: Debt, now: number): Day {
  return dayIn(profile.timeZone, now);
}
