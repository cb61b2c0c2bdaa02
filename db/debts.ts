import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { amountDueOf } from '@/lib/domain/invoices';
import type { SubscriptionState } from '@/lib/domain/subscription-states';
import { type InvoiceStanding, listStandings } from './balances';
import type { ChargedSubscription } from './charges';
import { type Reader, read } from './client';
import { backupMethods, isInUse } from './payment-methods';
import { billingLines, billingProfiles, documents, offers, paymentMethods, plans, subscriptions } from './schema';
import type { JobScope, OrgScope, StaffScope } from './scope';

/** An app that an invoice bills. */
export type BilledApp = { readonly id: string; readonly name: string; readonly state: SubscriptionState };

/** An invoice with what its payment depends on: who owes it, with what they pay, and which apps hang on it. */
export type Debt = {
  readonly invoice: InvoiceStanding;
  /** What is still to pay, in minor units. */
  readonly dueMinor: bigint;
  readonly profile: typeof billingProfiles.$inferSelect;
  readonly apps: readonly BilledApp[];
  /** As the card charge wants it: the first of the apps, with the profile's cards of now. */
  readonly payer: ChargedSubscription;
};

/** The debt if the invoice is the organization's own; for a job and the operator's people any. */
export async function findDebt(scope: OrgScope | JobScope | StaffScope, invoiceId: string): Promise<Debt | undefined> {
  return read((db) => findDebtIn(db, scope, invoiceId));
}

/** For a command inside its transaction. */
export async function findDebtIn(
  db: Reader,
  scope: OrgScope | JobScope | StaffScope,
  invoiceId: string,
): Promise<Debt | undefined> {
  const own = 'organizationId' in scope ? eq(billingProfiles.organizationId, scope.organizationId) : undefined;
  const [invoice] = await listStandings(db, and(eq(documents.id, invoiceId), own));
  if (!invoice) return undefined;
  const [found] = await db
    .select({ profile: billingProfiles, paymentMethod: paymentMethods, backupMethod: backupMethods })
    .from(billingProfiles)
    .leftJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
    .leftJoin(backupMethods, isInUse(backupMethods, billingProfiles.id, 'backup'))
    .where(eq(billingProfiles.id, invoice.billingProfileId));
  const apps = await listBilledApps(db, invoiceId);
  const [first] = apps;
  if (!found || !first) throw new Error('An invoice bills no app');
  const { organizationId, currency } = invoice;
  const { profile, paymentMethod, backupMethod } = found;
  return {
    invoice,
    dueMinor: amountDueOf(invoice),
    profile,
    apps,
    payer: { id: first.id, organizationId, currency, paymentMethod, backupMethod },
  };
}

async function listBilledApps(db: Reader, invoiceId: string): Promise<BilledApp[]> {
  return db
    .selectDistinct({ id: subscriptions.id, name: offers.name, state: subscriptions.state })
    .from(billingLines)
    .innerJoin(subscriptions, eq(subscriptions.id, billingLines.subscriptionId))
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .where(eq(billingLines.documentId, invoiceId))
    .orderBy(asc(offers.name), asc(subscriptions.id));
}

/** Whether anything of what a subscription was billed is still to pay. */
export async function hasDebt(db: Reader, subscriptionId: string): Promise<boolean> {
  const lines = alias(billingLines, 'lines');
  const billed = await db
    .selectDistinct({ id: lines.documentId })
    .from(lines)
    .where(and(eq(lines.subscriptionId, subscriptionId), isNull(lines.creditsLineId)));
  for (const { id } of billed) {
    if (id === null) continue;
    const [standing] = await listStandings(db, eq(documents.id, id));
    if (standing && amountDueOf(standing) > 0n) return true;
  }
  return false;
}
