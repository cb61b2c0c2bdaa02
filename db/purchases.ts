import { and, eq } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { recordAuditEntry } from './audit';
import { read, type Transaction, write } from './client';
import { billingProfiles, planPrices, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** A plan as one of the scope's billing profiles would buy it; `unitAmountMinor` is null where it is not sold. */
export async function findPlanForProfile(scope: OrgScope, planId: string, billingProfileId: string) {
  const [found] = await read((db) =>
    db
      .select({ plan: plans, profile: billingProfiles, unitAmountMinor: planPrices.unitAmountMinor })
      .from(plans)
      .innerJoin(
        billingProfiles,
        and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, scope.organizationId)),
      )
      .leftJoin(planPrices, and(eq(planPrices.planId, plans.id), eq(planPrices.currency, billingProfiles.currency)))
      .where(eq(plans.id, planId)),
  );
  return found;
}

export type PurchaseDraft = {
  /** Minted when the form was rendered: the same id buys once. */
  readonly id: string;
  readonly planId: string;
  readonly billingProfileId: string;
  readonly quantity: number | null;
  readonly unitAmountMinor: bigint;
  readonly currency: Currency;
  readonly policyVersion: string;
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
    const inserted = await tx
      .insert(subscriptions)
      .values({
        ...draft,
        organizationId: scope.organizationId,
        channel: 'direct',
        state: 'pending_activation',
        changedAt: draft.purchasedAt,
      })
      .onConflictDoNothing({ target: subscriptions.id })
      .returning({ id: subscriptions.id });
    if (inserted.length === 0)
      return (await isSamePurchase(tx, scope, draft)) ? accept(draft.id) : refuse('key_reused');
    await recordAuditEntry(tx, {
      organizationId: scope.organizationId,
      personId: scope.personId,
      act: 'purchase',
      subscriptionId: draft.id,
      billingProfileId: draft.billingProfileId,
      before: {},
      after: {
        state: 'pending_activation',
        quantity: draft.quantity,
        unitAmountMinor: draft.unitAmountMinor.toString(),
        currency: draft.currency,
        activateBy: draft.activateBy,
      },
      at: draft.purchasedAt,
    });
    return accept(draft.id);
  });
  return saved.ok ? saved.value : saved;
}

/** The quantity is left out: it may have been changed since. */
async function isSamePurchase(tx: Transaction, scope: OrgScope, draft: PurchaseDraft): Promise<boolean> {
  const [earlier] = await tx
    .select({ planId: subscriptions.planId, billingProfileId: subscriptions.billingProfileId })
    .from(subscriptions)
    .where(and(eq(subscriptions.id, draft.id), eq(subscriptions.organizationId, scope.organizationId)));
  return earlier?.planId === draft.planId && earlier.billingProfileId === draft.billingProfileId;
}
