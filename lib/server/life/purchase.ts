import { findPlanForProfile, type PurchaseDraft, savePurchase } from '@/db/purchases';
import type { OrgScope } from '@/db/scope';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { addDays, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { CURRENT_POLICY, CURRENT_POLICY_VERSION } from '@/lib/domain/policies';
import { currencyOf } from '@/lib/domain/regions';

export type PurchaseRequest = {
  /** Minted when the form was rendered; it becomes the subscription's id. */
  readonly id: string;
  readonly planId: string;
  readonly billingProfileId: string;
  /** null exactly when the plan is flat. */
  readonly quantity: number | null;
  /** The disabled subscription it is bought anew for. */
  readonly replacesId?: string;
  readonly now: number;
};

export type PurchaseRefusal =
  | 'not_found'
  | 'not_sold'
  | 'quantity_not_applicable'
  | 'quantity_below_minimum'
  | 'quantity_above_maximum';

/** A purchase as it would be made, with what it is made of. */
export type DecidedPurchase = NonNullable<Awaited<ReturnType<typeof findPlanForProfile>>> & {
  readonly draft: PurchaseDraft;
};

/**
 * Buys a plan on one of the organization's billing profiles, once per id; whoever buys has accepted the customer
 * agreement as it is now. Nothing is billed until the publisher activates it. Answers the subscription's id.
 */
export async function purchaseSubscription(
  scope: OrgScope,
  request: PurchaseRequest,
): Promise<Outcome<string, PurchaseRefusal | 'key_reused' | 'busy'>> {
  const decided = await decidePurchase(scope, request);
  return decided.ok ? savePurchase(scope, decided.value.draft) : decided;
}

/** Whether a plan can be bought on a profile in this number, and at what price. Changes nothing. */
export async function decidePurchase(
  scope: OrgScope,
  request: PurchaseRequest,
): Promise<Outcome<DecidedPurchase, PurchaseRefusal>> {
  const { id, planId, billingProfileId, quantity, replacesId = null, now } = request;
  const found = await findPlanForProfile(scope, planId, billingProfileId);
  if (!found) return refuse('not_found');
  const { plan, profile, unitAmountMinor } = found;
  const currency = currencyOf(profile.country);
  if (!currency.ok || unitAmountMinor === null) return refuse('not_sold');
  const refusal = refusalOfQuantity(plan, quantity);
  if (refusal) return refuse(refusal);
  const draft = {
    id,
    planId,
    billingProfileId,
    quantity,
    unitAmountMinor,
    currency: currency.value,
    policyVersion: CURRENT_POLICY_VERSION,
    agreementVersion: AGREEMENT_VERSION,
    replacesId,
    activateBy: addDays(dayIn(profile.timeZone, now), CURRENT_POLICY.activationDays),
    purchasedAt: now,
  };
  return accept({ ...found, draft });
}

function refusalOfQuantity(
  { minQuantity, maxQuantity }: { minQuantity: number | null; maxQuantity: number | null },
  quantity: number | null,
) {
  if (minQuantity === null || maxQuantity === null) return quantity === null ? undefined : 'quantity_not_applicable';
  if (quantity === null || quantity < minQuantity) return 'quantity_below_minimum';
  return quantity > maxQuantity ? 'quantity_above_maximum' : undefined;
}
