import { z } from 'zod';
import { listReceiptRecipients } from '@/db/colleagues';
import { type Debt, findDebt } from '@/db/debts';
import { countTries, PAY_NOW, savePaidInvoice } from '@/db/invoice-settlements';
import type { OrgScope } from '@/db/scope';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { TRIES_A_DAY } from '@/lib/domain/policies';
import { chargeCards, giveBack } from './payment/card-charge';
import type { Asked, ReviewedTask } from './reviewed-task';

const wish = z.strictObject({});
type Wish = z.infer<typeof wish>;

/** What paying an invoice means as it stands now. `shown` is all that the review tells. */
export type DecidedPayment = {
  readonly debt: Debt;
  readonly today: Day;
  readonly version: number;
  readonly shown: {
    readonly number: string;
    readonly dueMinor: bigint;
    readonly card: { readonly brand: string | null; readonly lastFour: string | null };
    readonly apps: Debt['apps'];
  };
};

export type PaymentRefusal = 'not_found' | 'nothing_due' | 'no_card' | 'too_many_tries';
type SaveRefusal = 'busy' | 'key_reused' | 'preview_gone' | 'payment_declined' | 'approval_open' | 'still_running';

const A_DAY_MS = 24 * 60 * 60_000;

/**
 * Pays an open invoice, the task's subject, with the profile's card. A declined card changes nothing but the attempt;
 * a charge that its bank wants approved waits for that.
 */
export const invoicePayment: ReviewedTask<Wish, DecidedPayment, PaymentRefusal, SaveRefusal> = {
  name: 'pay-invoice',
  wish,
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { subjectId, now }: Asked<Wish>,
): Promise<Outcome<DecidedPayment, PaymentRefusal>> {
  const debt = await findDebt(scope, subjectId);
  if (!debt) return refuse('not_found');
  const { dueMinor, profile, payer, apps, invoice } = debt;
  if (dueMinor === 0n) return refuse('nothing_due');
  if (!payer.paymentMethod?.token) return refuse('no_card');
  if ((await countTries(scope, profile.id, now - A_DAY_MS)) >= TRIES_A_DAY) return refuse('too_many_tries');
  const { brand, lastFour } = payer.paymentMethod;
  return accept({
    debt,
    today: dayIn(profile.timeZone, now),
    version: profile.version,
    shown: { number: invoice.number, dueMinor, card: { brand, lastFour }, apps },
  });
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<Wish> & { readonly inputHash: string },
  { debt, today }: DecidedPayment,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const { payer, dueMinor, profile, invoice } = debt;
  const request = { key: `${PAY_NOW}${key}`, subscription: payer, documentId: invoice.id, amountMinor: dueMinor, now };
  const charged = await chargeCards(scope, request);
  if (!charged.ok) return charged.refusal === 'stale' ? 'stale' : refuse(charged.refusal);
  if (charged.value.outcome === 'declined') return refuse('payment_declined');
  if (charged.value.outcome === 'needs_action') return refuse('approval_open');
  if (charged.value.outcome === 'spent') return refuse('preview_gone');
  const { charge } = charged.value;
  const recipients = await listReceiptRecipients(scope, profile.id);
  const saved = await savePaidInvoice(scope, { key, inputHash, debt, charge, today, now, recipients });
  if (saved === 'stale' || !saved.ok) await giveBack(scope, payer, charge, now);
  return saved;
}
