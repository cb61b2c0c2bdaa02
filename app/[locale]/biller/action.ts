'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { findBookedTransfer } from '@/db/biller';
import { findDebt } from '@/db/debts';
import { parseDay } from '@/lib/domain/days';
import { staffAction } from '@/lib/server/action';
import { bookTransfer } from '@/lib/server/book-transfer';
import { drainOutbox } from '@/lib/server/jobs/outbox';

const minor = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** Books money as it was reviewed: refused when the invoice has been paid of meanwhile. A repeated key books nothing. */
export const bookMoney = staffAction({
  permission: 'payment.book',
  input: z.strictObject({
    key: z.uuid(),
    invoice: z.string().max(64),
    amount: minor.refine((amount) => amount > 0n),
    due: minor,
    day: z.string().refine((day) => parseDay(day) !== undefined),
    reference: z.string().max(140),
  }),
  run: async ({ staff: { scope }, input, place, now }) => {
    const { key, invoice: invoiceId, amount: amountMinor, day: receivedOn } = input;
    const goTo = `/${place.locale}/biller?booked=${key}`;
    const debt = await findDebt(scope, invoiceId);
    const isNew = (await findBookedTransfer(scope, key)) === undefined;
    if (debt && isNew && debt.dueMinor !== input.due) return { errors: [{ field: null, code: 'changed_meanwhile' }] };
    const reference = input.reference || null;
    const booked = await bookTransfer(scope, { key, invoiceId, amountMinor, receivedOn, reference, now });
    if (!booked.ok) return { errors: [{ field: null, code: booked.refusal }] };
    after(drainOutbox);
    return { goTo };
  },
});
