import { and, eq } from 'drizzle-orm';
import type { Money } from '@/lib/domain/money';
import type { Outcome } from '@/lib/domain/outcome';
import { read, write } from './client';
import { newId } from './ids';
import { charges } from './schema';
import type { JobScope, OrgScope } from './scope';
import type { Subscription } from './subscriptions';

export type ChargeDraft = {
  readonly idempotencyKey: string;
  readonly subscription: Pick<Subscription, 'id' | 'organizationId'>;
  readonly paymentMethodId: string;
  readonly amount: Money;
  readonly askedAt: number;
};

export type ChargeAnswer =
  | { readonly outcome: 'succeeded' | 'refunded'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly declineCode: string };

export type ClaimedCharge = { readonly id: string; readonly outcome: 'asked' | 'succeeded' | 'declined' | 'refunded' };

/**
 * Notes that money is about to be asked for, before it is, and answers the charge: a repeated submit finds the same
 * one, and the provider is asked under the same key.
 */
export async function claimCharge(
  _scope: OrgScope | JobScope,
  draft: ChargeDraft,
): Promise<Outcome<ClaimedCharge, 'busy'>> {
  const { idempotencyKey, subscription, paymentMethodId, amount, askedAt } = draft;
  const claim = {
    idempotencyKey,
    organizationId: subscription.organizationId,
    subscriptionId: subscription.id,
    paymentMethodId,
    amountMinor: amount.amountMinor,
    currency: amount.currency,
    askedAt,
  };
  return write(async (tx) => {
    await tx
      .insert(charges)
      .values({ ...claim, id: newId(), outcome: 'asked' })
      .onConflictDoNothing({ target: charges.idempotencyKey });
    const [row] = await tx.select({ id: charges.id, outcome: charges.outcome }).from(charges).where(isClaim(claim));
    if (!row) throw new Error('A charge key was used for another charge');
    return row;
  });
}

/** Keeps the provider's answer. */
export async function saveChargeAnswer(
  _scope: OrgScope | JobScope,
  { organizationId }: Pick<Subscription, 'organizationId'>,
  id: string,
  answer: ChargeAnswer,
  answeredAt: number,
): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    await tx
      .update(charges)
      .set({
        outcome: answer.outcome,
        declineCode: answer.outcome === 'declined' ? answer.declineCode : null,
        providerReference: answer.outcome === 'declined' ? null : answer.reference,
        answeredAt,
      })
      .where(and(eq(charges.id, id), eq(charges.organizationId, organizationId)));
  });
}

/** A charge by its id, for jobs, which see every organization. */
export async function findCharge(_scope: JobScope, id: string) {
  const [found] = await read((db) => db.select().from(charges).where(eq(charges.id, id)));
  return found;
}

function isClaim(claim: {
  idempotencyKey: string;
  organizationId: string;
  subscriptionId: string;
  amountMinor: bigint;
}) {
  return and(
    eq(charges.idempotencyKey, claim.idempotencyKey),
    eq(charges.organizationId, claim.organizationId),
    eq(charges.subscriptionId, claim.subscriptionId),
    eq(charges.amountMinor, claim.amountMinor),
  );
}
