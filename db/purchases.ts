import { and, eq } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';
import type { OrderChannel } from '@/lib/domain/orders';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { recordAuditEntry } from './audit';
import { read, type Transaction, write } from './client';
import { listCountriesOf } from './offer-countries';
import { backupMethods, isInUse } from './payment-methods';
import {
  agreementAcceptances,
  billingProfiles,
  offers,
  organizations,
  paymentMethods,
  planPrices,
  plans,
  publishers,
  subscriptions,
} from './schema';
import type { OrgScope } from './scope';

/**
 * A plan as one of the scope's billing profiles would buy it, and the organization's country; `unitAmountMinor` is null
 * where it has no price. `soldIn` is none where the offer is sold wherever apps are sold.
 */
export async function findPlanForProfile(scope: OrgScope, planId: string, billingProfileId: string) {
  const [found] = await read((db) =>
    db
      .select({
        plan: plans,
        offer: { id: offers.id, name: offers.name },
        publisher: { name: publishers.name },
        profile: billingProfiles,
        paymentMethod: paymentMethods,
        backupMethod: backupMethods,
        unitAmountMinor: planPrices.unitAmountMinor,
        country: organizations.country,
      })
      .from(plans)
      .innerJoin(offers, eq(offers.id, plans.offerId))
      .innerJoin(publishers, eq(publishers.id, offers.publisherId))
      .innerJoin(
        billingProfiles,
        and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, scope.organizationId)),
      )
      .innerJoin(organizations, eq(organizations.id, billingProfiles.organizationId))
      .leftJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
      .leftJoin(backupMethods, isInUse(backupMethods, billingProfiles.id, 'backup'))
      .leftJoin(planPrices, and(eq(planPrices.planId, plans.id), eq(planPrices.currency, billingProfiles.currency)))
      .where(eq(plans.id, planId)),
  );
  return found && { ...found, soldIn: await listCountriesOf(scope, found.offer.id) };
}

export type PurchaseDraft = {
  /** Minted when the form was rendered: the same id buys once. */
  readonly id: string;
  readonly planId: string;
  readonly billingProfileId: string;
  readonly quantity: number | null;
  readonly unitAmountMinor: bigint;
  readonly currency: Currency;
  /** By whom it was brought about; what is not direct has the order that it was accepted from. */
  readonly channel: 'direct' | OrderChannel;
  readonly orderId: string | null;
  readonly policyVersion: string;
  /** Of the customer agreement, which whoever buys has accepted. */
  readonly agreementVersion: string;
  /** The disabled subscription it is bought anew for. */
  readonly replacesId: string | null;
  readonly activateBy: Day;
  readonly purchasedAt: number;
};

/**
 * The new subscription and its audit entry in one transaction. The same id for the same thing answers the first
 * purchase; `key_reused` when it belongs to another.
 */
export async function savePurchase(
  scope: OrgScope,
  draft: PurchaseDraft,
): Promise<Outcome<string, 'busy' | 'key_reused'>> {
  const saved = await write(async (tx): Promise<Outcome<string, 'key_reused'>> => {
    if (!(await insertPurchase(tx, scope, draft)))
      return (await isSamePurchase(tx, scope, draft)) ? accept(draft.id) : refuse('key_reused');
    await recordAuditEntry(tx, {
      organizationId: scope.organizationId,
      personId: scope.personId,
      act: 'purchase',
      subscriptionId: draft.id,
      billingProfileId: draft.billingProfileId,
      before: {},
      after: purchaseFacts(draft),
      at: draft.purchasedAt,
    });
    return accept(draft.id);
  });
  return saved.ok ? saved.value : saved;
}

/**
 * The subscription with the acceptance of the customer agreement. False when the id is taken, when something else was
 * bought anew for the same disabled subscription and has not ended, or when the order was accepted before.
 */
export async function insertPurchase(tx: Transaction, scope: OrgScope, draft: PurchaseDraft): Promise<boolean> {
  const { agreementVersion, ...bought } = draft;
  const inserted = await tx
    .insert(subscriptions)
    .values({
      ...bought,
      organizationId: scope.organizationId,
      state: 'pending_activation',
      changedAt: draft.purchasedAt,
    })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id });
  if (inserted.length === 0) return false;
  await tx.insert(agreementAcceptances).values({
    subscriptionId: draft.id,
    version: agreementVersion,
    personId: scope.personId,
    acceptedAt: draft.purchasedAt,
  });
  return true;
}

/** What the audit tells of a purchase. */
export function purchaseFacts({ quantity, unitAmountMinor, currency, activateBy, agreementVersion }: PurchaseDraft) {
  return {
    state: 'pending_activation',
    quantity,
    unitAmountMinor: unitAmountMinor.toString(),
    currency,
    activateBy,
    agreementVersion,
  } as const;
}

/** The quantity is left out: it may have been changed since. */
async function isSamePurchase(tx: Transaction, scope: OrgScope, draft: PurchaseDraft): Promise<boolean> {
  const [earlier] = await tx
    .select({ planId: subscriptions.planId, billingProfileId: subscriptions.billingProfileId })
    .from(subscriptions)
    .where(and(eq(subscriptions.id, draft.id), eq(subscriptions.organizationId, scope.organizationId)));
  return earlier?.planId === draft.planId && earlier.billingProfileId === draft.billingProfileId;
}
