import { nowAt } from '@/lib/server/clock';
import type { Reader } from '@/lib/server/guard';
import { findInvoiceToPay } from '@/lib/server/invoice-to-pay';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The invoice that is to be paid, and how far this reader is with it. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the invoice is not the reader's to see. */
export async function findChosen(reader: Reader, id: string, preview: string | undefined) {
  const found = await findInvoiceToPay(reader, id);
  if (!found) return undefined;
  const reviewed = await findReviewed(reader.scope, invoicePayment, { key: preview, subjectId: id, now: nowAt() });
  const situation = { ...found.situation, hasReceipt: reviewed.receipt !== undefined };
  return { ...found, ...reviewed, situation };
}
