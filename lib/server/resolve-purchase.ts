import { findPublishedSubscription, type PublishedSubscription } from '@/db/published-subscriptions';
import { resolvePurchaseToken } from '@/db/purchase-tokens';
import type { PublisherScope } from '@/db/scope';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { hashSecretToken, isSecretToken } from './sign-in/secret-token';

export type ResolveRefusal = 'token_missing' | 'token_malformed' | 'token_unknown' | 'token_expired' | 'busy';

/** What the reader who brought this token has bought. The same publisher may ask again while the token lives. */
export async function resolvePurchase(
  scope: PublisherScope,
  token: string | null,
  now: number,
): Promise<Outcome<PublishedSubscription, ResolveRefusal>> {
  if (!token) return refuse('token_missing');
  if (!isSecretToken(token)) return refuse('token_malformed');
  const resolved = await resolvePurchaseToken(scope, hashSecretToken(token), now);
  if (!resolved.ok) return resolved;
  const subscription = await findPublishedSubscription(scope, resolved.value);
  return subscription ? accept(subscription) : refuse('token_unknown');
}
