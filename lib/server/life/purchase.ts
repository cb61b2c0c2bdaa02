import { findPlanForProfile, type PurchaseDraft, savePurchase } from '@/db/purchases';
import type { OrgScope } from '@/db/scope';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { type AvailabilityRefusal, judgeAvailability } from '@/lib/domain/availability';
import { addDays, dayIn } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';
import type { OrderChannel } from '@/lib/domain/orders';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type QuantityRangeRefusal, refusalOfQuantity } from '@/lib/domain/plan-quantity';
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
  /** What a partner or sales agreed with the customer: its price stands in place of the plan's. */
  readonly order?: AgreedPrice & { readonly id: string };
  readonly now: number;
};

export type AgreedPrice = {
  readonly channel: OrderChannel;
  readonly unitAmountMinor: bigint;
  readonly currency: Currency;
};

export type PurchaseRefusal = 'not_found' | 'not_sold' | AvailabilityRefusal | QuantityRangeRefusal;

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
  const { id, planId, billingProfileId, quantity, replacesId = null, order, now } = request;
  const found = await findPlanForProfile(scope, planId, billingProfileId);
  if (!found) return refuse('not_found');
  const { plan, profile } = found;
  const available = judgeAvailability(found.country, found.soldIn);
  if (!available.ok) return available;
  const currency = currencyOf(profile.country);
  const unitAmountMinor = order ? order.unitAmountMinor : found.unitAmountMinor;
  if (!currency.ok || unitAmountMinor === null) return refuse('not_sold');
  if (order && order.currency !== currency.value) return refuse('not_sold');
  const refusal = refusalOfQuantity(plan, quantity);
  if (refusal) return refuse(refusal);
  const draft = {
    id,
    planId,
    billingProfileId,
    quantity,
    unitAmountMinor,
    currency: currency.value,
    channel: order?.channel ?? ('direct' as const),
    orderId: order?.id ?? null,
    policyVersion: CURRENT_POLICY_VERSION,
    agreementVersion: AGREEMENT_VERSION,
    replacesId,
    activateBy: addDays(dayIn(profile.timeZone, now), CURRENT_POLICY.activationDays),
    purchasedAt: now,
  };
  return accept({ ...found, draft });
}
