import type { Approval } from '@/db/approvals';
import { nowAt } from '@/lib/server/clock';
import type { Reader } from '@/lib/server/guard';
import { findInvoiceToPay } from '@/lib/server/invoice-to-pay';
import { invoicePayment } from '@/lib/server/pay-invoice';
import type { ApprovalResult } from '@/lib/server/payment/port';
import { paymentProvider } from '@/lib/server/payment/provider';
import { findReviewed } from '@/lib/server/reviewed-task';

type Told = {
  /** The review that the address shows. */
  readonly preview: string | undefined;
  /** The reader comes back from the provider's page. */
  readonly isBack: boolean;
};

/** The invoice that is to be paid, and how far this reader is with it. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the invoice is not the reader's to see. */
export async function findChosen(reader: Reader, id: string, { preview, isBack }: Told) {
  const found = await findInvoiceToPay(reader, id);
  if (!found) return undefined;
  const reviewed = await findReviewed(reader.scope, invoicePayment, { key: preview, subjectId: id, now: nowAt() });
  const answer = await findAnswer(found.approval, isBack && found.situation.mayPay);
  const trouble = answer === 'succeeded' ? undefined : found.situation.trouble;
  const situation = { ...found.situation, trouble, hasReceipt: reviewed.receipt !== undefined };
  return { ...found, ...reviewed, situation, answer };
}

/** What the bank has answered a reader who comes back from there, as far as it can be told without changing anything. */
async function findAnswer(
  approval: Approval | undefined,
  isBack: boolean,
): Promise<ApprovalResult | 'away' | undefined> {
  if (!approval || !isBack) return undefined;
  const found = await paymentProvider().findApproval(approval.reference);
  return found.ok ? found.value : 'away';
}
