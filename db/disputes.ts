import { and, eq, like, lte, or, sql } from 'drizzle-orm';
import { addDays, type Day, dayIn } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import type { Outcome } from '@/lib/domain/outcome';
import { requirePolicy } from '@/lib/domain/policies';
import { nextState } from '@/lib/domain/subscription-states';
import { mayBeApproved } from './approvals';
import { recordAuditEntry } from './audit';
import { listOpen } from './balances';
import { read, type Transaction, write } from './client';
import { type Debt, findDebtIn } from './debts';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { charges, documents, paymentAllocations, payments, subscriptions } from './schema';
import type { JobScope } from './scope';

/**
 * The payer's bank has taken a charge's money back: it pays nothing more, so its invoice is open again, and the apps on
 * it have to be paid anew. All in one transaction, once. False where there was no money of that charge.
 */
export async function saveDisputed(scope: JobScope, reference: string, now: number): Promise<Outcome<boolean, 'busy'>> {
  return write(async (tx) => {
    const isIt = and(eq(charges.providerReference, reference), or(eq(charges.outcome, 'succeeded'), mayBeApproved));
    const [paid] = await tx
      .select({ documentId: paymentAllocations.documentId, billingProfileId: payments.billingProfileId })
      .from(charges)
      .innerJoin(payments, eq(payments.chargeId, charges.id))
      .innerJoin(paymentAllocations, eq(paymentAllocations.paymentId, payments.id))
      .where(isIt);
    const before = paid ? await listOpen(tx, eq(documents.billingProfileId, paid.billingProfileId)) : [];
    // The bank's approval may not have reached us: what it takes back it has given.
    const [charge] = await tx
      .update(charges)
      .set({ outcome: 'disputed', declineCode: null, answeredAt: now })
      .where(isIt)
      .returning();
    if (!charge) return false;
    if (!paid) return true;
    const debt = await findDebtIn(tx, scope, paid.documentId);
    if (debt) await reopen(tx, debt, { amountMinor: charge.amountMinor, now });
    // What it had paid too much may have paid another invoice, as credit of the profile.
    for (const { id, ...invoice } of await listOpen(tx, eq(documents.billingProfileId, paid.billingProfileId))) {
      const earlier = before.find((open) => open.id === id);
      const amountMinor = amountDueOf(invoice) - (earlier ? amountDueOf(earlier) : 0n);
      const other = id === paid.documentId || amountMinor === 0n ? undefined : await findDebtIn(tx, scope, id);
      if (other) await reopen(tx, other, { amountMinor, now });
    }
    return true;
  });
}

type Taken = { readonly amountMinor: bigint; readonly now: number };

async function reopen(tx: Transaction, debt: Debt, { amountMinor, now }: Taken): Promise<void> {
  const { invoice, profile, apps, dueMinor, payer } = debt;
  const { organizationId, currency } = invoice;
  const today = dayIn(profile.timeZone, now);
  await recordAuditEntry(tx, {
    organizationId,
    personId: undefined,
    act: 'take_back_payment',
    subscriptionId: apps.length === 1 ? payer.id : null,
    billingProfileId: profile.id,
    before: {},
    after: { documentNumber: invoice.number, amountMinor: amountMinor.toString(), currency },
    at: now,
  });
  // What was credited meanwhile is asked for no more.
  if (dueMinor === 0n) return;
  const late: string[] = [];
  for (const { id } of apps) if (await fallPastDue(tx, id, today, now)) late.push(id);
  const subscriptionId = late[0] ?? payer.id;
  const about = { organizationId, billingProfileId: profile.id, subscriptionId, documentId: invoice.id, on: today };
  await recordOutboxEvent(tx, newId(), { kind: 'notice', payload: { notice: 'payment_taken_back', ...about } }, now);
}

/** Whether the app now waits for its payment, as it did not before. */
async function fallPastDue(tx: Transaction, subscriptionId: string, today: Day, now: number): Promise<boolean> {
  const [subscription] = await tx.select().from(subscriptions).where(eq(subscriptions.id, subscriptionId));
  if (!subscription) return false;
  const { id, organizationId, billingProfileId, state, policyVersion } = subscription;
  const next = nextState(state, 'payment_taken_back');
  if (!next.ok || next.value.state === state) return false;
  const becomes = { state: next.value.state, payBy: addDays(today, requirePolicy(policyVersion).nonpaymentDays) };
  await tx
    .update(subscriptions)
    .set({ ...becomes, version: sql`${subscriptions.version} + 1`, changedAt: now })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.organizationId, organizationId)));
  await recordAuditEntry(tx, {
    organizationId,
    personId: undefined,
    act: 'fall_past_due',
    subscriptionId: id,
    billingProfileId,
    before: { state, payBy: subscription.payBy },
    after: becomes,
    at: now,
  });
  return true;
}

/** References of charges that begin so and took their money before a moment. */
export async function listPaidReferences(_scope: JobScope, beginning: string, before: number): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ reference: charges.providerReference })
      .from(charges)
      .where(
        and(
          like(charges.providerReference, `${beginning}%`),
          eq(charges.outcome, 'succeeded'),
          lte(charges.answeredAt, before),
        ),
      ),
  );
  return rows.flatMap(({ reference }) => reference ?? []);
}
