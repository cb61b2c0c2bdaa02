import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import { listOpenInvoices } from '@/db/payments';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { addDays } from '@/lib/domain/days';
import { runChargeRetries } from '@/lib/server/jobs/charge-retries';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { runMonthlyInvoices } from '@/lib/server/jobs/monthly-invoices';
import { runPaymentDeadlines } from '@/lib/server/jobs/payment-deadlines';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { at, everything, job, requireAccepted } from './database';
import { maja, tenLicenses } from './ten-licenses';

export const office = 'nordlys-office';
export const good = {
  kind: 'card',
  token: 'tok_visa.new',
  brand: 'Visa',
  lastFour: '1881',
  expiryMonth: '2030-01',
} as const;
export const period = 161250n;

export const giveCard = async (card: Parameters<typeof replacePaymentMethod>[2], now: number) =>
  requireAccepted(await replacePaymentMethod(job, office, card, now));

/** A card whose bank wants every payment approved, and one whose bank takes payments back. */
export const approvalCard = { ...good, token: 'tok_approval.new', lastFour: '3184' } as const;
export const disputedCard = { ...good, token: 'tok_disputed.new', lastFour: '0259' } as const;

/** The ten licenses' renewal of 1 December has failed. */
export async function pastDue(card: Parameters<typeof giveCard>[0] = decliningCard('2026-11-22')) {
  await tenLicenses();
  await giveCard(card, at('2026-11-20'));
  await day('2026-12-01');
}

/** Everything that a day brings but mail. */
export async function day(today: string) {
  const now = at(today);
  await runDueSubscriptions(job, today, now);
  await runMonthlyInvoices(job, today, now);
  await runChargeRetries(job, today, now);
  await runPaymentDeadlines(job, today, now);
}

export async function days(from: string, through: string) {
  for (let today = from; today <= through; today = addDays(today, 1)) await day(today);
}

export async function pay(now: number, key = newId()) {
  const [open] = await listOpenInvoices(maja, office);
  const asked = { key, subjectId: open?.id ?? 'none', wish: {}, now };
  const shown = await previewTask(maja, invoicePayment, asked);
  return shown.ok ? commitTask(maja, invoicePayment, asked) : shown;
}

export async function declines() {
  const { charges = [] } = await everything();
  return charges.filter((charge) => Object(charge).outcome === 'declined').length;
}
