'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { returnAddress } from '@/app/[locale]/_task/return-address';
import { findDebt } from '@/db/debts';
import { settings } from '@/lib/env';
import { portalAction } from '@/lib/server/action';
import { approvePayment } from '@/lib/server/approve-payment';
import type { Reader } from '@/lib/server/guard';
import { drainOutbox } from '@/lib/server/jobs/outbox';
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

/** Sends the reader to where the bank asks for the approval; once it has it, books the payment and leads to its receipt. */
export const approveInvoicePayment = portalAction({
  permission: 'invoice.pay',
  input: z.strictObject({ invoice: request.invoice, key: request.key }),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const { key, invoice: invoiceId } = input;
    const { returnUrl } = returnAddress(settings().siteUrl, place, { name: 'approval', key });
    const approved = await approvePayment(reader.scope, { key, invoiceId, locale: place.locale, returnUrl, now });
    if (!approved.ok) return { errors: [{ field: null, code: approved.refusal }] };
    if ('url' in approved.value) return { goTo: approved.value.url };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${approved.value.receiptId}` };
  },
});

async function findOwn({ scope }: Reader, { invoice }: { invoice: string }) {
  const debt = await findDebt(scope, invoice);
  return debt && { billingProfileId: debt.profile.id };
}
