'use server';

import { z } from 'zod';
import { findDebt } from '@/db/debts';
import { portalAction } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const request = {
  invoice: z.string().max(64),
  key: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

/** Asks what paying an invoice by card would mean: stores it for review and leads there. No money moves. */
export const reviewInvoicePayment = portalAction({
  permission: 'invoice.pay',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.invoice, wish: {}, now };
    return answerWithReview(reader.scope, invoicePayment, asked, { place, seen: input.version, field: null });
  },
});

/** Pays as it was reviewed. A declined card changes nothing and leads to a fresh review that says so. */
export const payInvoice = portalAction({
  permission: 'invoice.pay',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.invoice, wish: {}, now };
    return answerWithReceipt(reader.scope, invoicePayment, asked, place);
  },
});

async function findOwn({ scope }: Reader, { invoice }: { invoice: string }) {
  const debt = await findDebt(scope, invoice);
  return debt && { billingProfileId: debt.profile.id };
}
