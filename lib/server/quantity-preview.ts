import { type Preview, savePreview } from '@/db/previews';
import { findQuantityFacts } from '@/db/quantity-facts';
import { findReceiptOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { canonicalDecision, decideWish, type WishRefusal } from '@/lib/domain/quantity-decision';
import type { CommitRequest } from './quantity-change';

const LIFE_MS = 60 * 60_000;

/** Decides what was asked for and keeps it for an hour, to be reviewed and confirmed under the same key. */
export async function previewQuantityChange(
  scope: OrgScope,
  { key, subscriptionId, wish, now }: CommitRequest,
): Promise<Outcome<Preview, WishRefusal | 'not_found' | 'key_reused' | 'busy'>> {
  const found = await findQuantityFacts(scope, subscriptionId);
  if (!found) return refuse('not_found');
  const { subscription, facts } = found;
  const decision = decideWish(facts, wish, dayIn(subscription.profile.timeZone, now));
  if (!decision.ok) return decision;
  if (await findReceiptOfKey(scope, key)) return refuse('key_reused');
  const preview: Preview = {
    key,
    subscriptionId,
    wish,
    shown: canonicalDecision(decision.value),
    subscriptionVersion: subscription.version,
    expiresAt: now + LIFE_MS,
  };
  const saved = await savePreview(scope, preview, now);
  if (!saved.ok) return saved;
  return saved.value ? accept(preview) : refuse('key_reused');
}
