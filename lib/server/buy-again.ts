import { z } from 'zod';
import { listReceiptRecipients } from '@/db/colleagues';
import { saveReplacement } from '@/db/replacements';
import type { OrgScope } from '@/db/scope';
import { findSubscription, type Subscription } from '@/db/subscriptions';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { type DecidedPurchase, decidePurchase, type PurchaseRefusal } from './life/purchase';
import { priceOfPurchase } from './life/purchase-price';
import type { Asked, ReviewedTask } from './reviewed-task';

export type BuyAgainWish = {
  readonly planId: string;
  readonly billingProfileId: string;
  /** null exactly when the plan is flat. */
  readonly quantity: number | null;
  /** Of the customer agreement, as the reader accepted it. */
  readonly agreement: string;
};

export type BuyAgainRefusal =
  | PurchaseRefusal
  | 'not_billed'
  | 'subscription_not_disabled'
  | 'already_bought_again'
  | 'agreement_changed';

/** What a review of a purchase tells: it must be the same when it is confirmed. */
type Shown = {
  readonly plan: string;
  readonly profile: string;
  readonly quantity: number | null;
  readonly activateBy: string;
  readonly agreement: string;
  readonly price: Renewal;
};

/** A purchase in place of a disabled subscription. */
export type DecidedReplacement = {
  readonly replaced: Subscription;
  readonly purchase: DecidedPurchase;
  readonly version: number;
  readonly shown: Shown;
};

type SaveRefusal = 'busy' | 'key_reused';

/** Buys a disabled app as a new subscription, whose id is the key; the old one stays as it is. */
export const buyAgain: ReviewedTask<BuyAgainWish, DecidedReplacement, BuyAgainRefusal, SaveRefusal> = {
  name: 'buy-again',
  wish: z.strictObject({
    planId: z.string(),
    billingProfileId: z.string(),
    quantity: z.number().int().nullable(),
    agreement: z.string(),
  }),
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { key, subjectId, wish, now }: Asked<BuyAgainWish>,
): Promise<Outcome<DecidedReplacement, BuyAgainRefusal>> {
  const replaced = await findSubscription(scope, subjectId);
  if (!replaced) return refuse('not_found');
  if (replaced.state !== 'disabled') return refuse('subscription_not_disabled');
  if (replaced.replacedById !== null) return refuse('already_bought_again');
  if (wish.agreement !== AGREEMENT_VERSION) return refuse('agreement_changed');
  const { planId, billingProfileId, quantity } = wish;
  const asked = { id: key, planId, billingProfileId, quantity, replacesId: replaced.id, now };
  const purchase = await decidePurchase(scope, asked);
  if (!purchase.ok) return purchase;
  const { offer, draft } = purchase.value;
  if (offer.id !== replaced.offer.id || draft.currency !== replaced.currency) return refuse('not_sold');
  const price = priceOfPurchase(purchase.value);
  if (!price.ok) return refuse('not_billed');
  const { activateBy } = draft;
  const { agreement } = wish;
  const shown = { plan: planId, profile: billingProfileId, quantity, activateBy, agreement, price: price.value };
  return accept({ replaced, purchase: purchase.value, version: replaced.version, shown });
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<BuyAgainWish> & { readonly inputHash: string },
  { replaced, purchase, shown }: DecidedReplacement,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const recipients = await listReceiptRecipients(scope, purchase.draft.billingProfileId);
  return saveReplacement(scope, { key, inputHash, replaced, purchase, price: shown.price, recipients, now });
}
