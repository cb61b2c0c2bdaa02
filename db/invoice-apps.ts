import { and, asc, eq, inArray } from 'drizzle-orm';
import { read } from './client';
import { billingLines, offers, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** Which of the organization's apps each of the invoices bills, by name. */
export async function listAppsOfInvoices(scope: OrgScope, invoiceIds: readonly string[]) {
  return read((db) =>
    db
      .selectDistinct({ invoiceId: billingLines.documentId, appId: subscriptions.id, name: offers.name })
      .from(billingLines)
      .innerJoin(subscriptions, eq(subscriptions.id, billingLines.subscriptionId))
      .innerJoin(plans, eq(plans.id, subscriptions.planId))
      .innerJoin(offers, eq(offers.id, plans.offerId))
      .where(
        and(inArray(billingLines.documentId, [...invoiceIds]), eq(subscriptions.organizationId, scope.organizationId)),
      )
      .orderBy(asc(offers.name), asc(subscriptions.id)),
  );
}
