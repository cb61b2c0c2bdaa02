import { and, eq } from 'drizzle-orm';
import type { Outcome } from '@/lib/domain/outcome';
import { type Transaction, write } from './client';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { forgetReplacedCardOf } from './payment-methods';
import { charges } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import type { Subscription } from './subscriptions';

/**
 * Notes that a charge is given back, with the errand to do it, in one transaction: never given back and used as well.
 * Where that cannot be noted the money stays, and the same key finds it.
 */
export async function saveGivenBack(
  _scope: OrgScope | PublisherScope | JobScope,
  { organizationId }: Pick<Subscription, 'organizationId'>,
  chargeId: string,
  now: number,
): Promise<Outcome<void, 'busy'>> {
  return write((tx) => recordGivenBack(tx, { organizationId }, chargeId, now));
}

/** The same inside a transaction. */
export async function recordGivenBack(
  tx: Transaction,
  { organizationId }: Pick<Subscription, 'organizationId'>,
  chargeId: string,
  now: number,
): Promise<void> {
  const noted = await tx
    .update(charges)
    .set({ outcome: 'refunded', answeredAt: now })
    .where(and(eq(charges.id, chargeId), eq(charges.organizationId, organizationId), eq(charges.outcome, 'succeeded')))
    .returning({ id: charges.id });
  if (noted.length === 0) return;
  await recordOutboxEvent(tx, newId(), { kind: 'card_refund', payload: { chargeId } }, now);
  await forgetReplacedCardOf(tx, chargeId, now);
}
