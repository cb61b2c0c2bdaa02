import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Money, requireCurrency } from '@/lib/domain/money';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { read, type Transaction } from './client';
import { newId } from './ids';
import { forgetReplacedCardOf } from './payment-methods';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { preparedUpdate } from './prepared-update';
import { charges, paymentMethods } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import type { Subscription } from './subscriptions';
import { writeTogether } from './write-together';

/** What a charge is for and what it may be taken from. */
export type ChargedSubscription = Pick<
  Subscription,
  'id' | 'organizationId' | 'currency' | 'paymentMethod' | 'backupMethod'
>;

export type ChargeDraft = {
  readonly idempotencyKey: string;
  readonly subscription: Pick<Subscription, 'id' | 'organizationId'>;
  /** The open invoice that it is to pay; absent where the charge comes first. */
  readonly documentId?: string | undefined;
  readonly paymentMethodId: string;
  readonly amount: Money;
  readonly askedAt: number;
};

export type ChargeAnswer =
  | { readonly outcome: 'succeeded' | 'refunded'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly declineCode: string }
  | { readonly outcome: 'needs_action'; readonly reference: string };

/** A charge as it stands, and the card it was begun with, whose token is there while the charge is `asked`. */
export type ClaimedCharge = {
  readonly id: string;
  readonly outcome: (typeof charges.$inferSelect)['outcome'];
  readonly reference: string | null;
  readonly method: typeof paymentMethods.$inferSelect;
};

/**
 * Notes that money is about to be asked for, before it is, and answers the charge: a repeated submit finds the same
 * one, and the provider is asked under the same key. `stale` when the card has been replaced: it is charged no more.
 */
export async function claimCharge(
  _scope: OrgScope | PublisherScope | JobScope,
  draft: ChargeDraft,
): Promise<Outcome<ClaimedCharge, 'busy' | 'stale'>> {
  const { idempotencyKey, subscription, documentId = null, paymentMethodId, amount, askedAt } = draft;
  const claim = {
    idempotencyKey,
    organizationId: subscription.organizationId,
    subscriptionId: subscription.id,
    amountMinor: amount.amountMinor,
  };
  const claimed = await writeTogether(async (tx): Promise<Outcome<ClaimedCharge, 'stale'>> => {
    const earlier = await findClaim(tx, claim);
    if (earlier) return accept(earlier);
    if (!(await isStillInUse(tx, paymentMethodId))) return refuse('stale');
    const { currency } = amount;
    const asked = { ...claim, id: newId(), documentId, paymentMethodId, currency, askedAt };
    await insertCharge(tx, {
      ...asked,
      outcome: 'asked',
      declineCode: null,
      providerReference: null,
      answeredAt: null,
    });
    const made = await findClaim(tx, claim);
    if (!made) throw new Error('A charge was not noted');
    return accept(made);
  });
  return claimed.ok ? claimed.value : claimed;
}

const insertCharge = preparedInsert(charges);

/**
 * Keeps the provider's answer to what was asked, the first one that comes. A card that was replaced meanwhile is no
 * longer needed, and is forgotten.
 */
export async function saveChargeAnswer(
  _scope: OrgScope | PublisherScope | JobScope,
  { organizationId }: Pick<Subscription, 'organizationId'>,
  id: string,
  answer: ChargeAnswer,
  answeredAt: number,
): Promise<Outcome<void, 'busy'>> {
  return writeTogether(async (tx) => {
    const becomes = {
      outcome: answer.outcome,
      declineCode: declineCodeOf(answer),
      providerReference: answer.outcome === 'declined' ? null : answer.reference,
      answeredAt,
    };
    const before = answer.outcome === 'refunded' ? 'succeeded' : 'asked';
    await updateCharge(tx, becomes, { id, organizationId, before });
    await forgetReplacedCardOf(tx, id, answeredAt);
  });
}

const updateCharge = preparedUpdate(
  charges,
  and(
    eq(charges.id, sql.placeholder('id')),
    eq(charges.organizationId, sql.placeholder('organizationId')),
    eq(charges.outcome, sql.placeholder('before')),
  ),
);

/** A bank that wants an approval has declined until it is there. */
function declineCodeOf(answer: ChargeAnswer): string | null {
  if (answer.outcome === 'needs_action') return 'authentication_required';
  return answer.outcome === 'declined' ? answer.declineCode : null;
}

/** A charge by its id, for jobs, which see every organization. */
export async function findCharge(_scope: JobScope, id: string) {
  const [found] = await read((db) => db.select().from(charges).where(eq(charges.id, id)));
  return found;
}

/** A charge without an answer, with what it is asked under; undefined for any other. */
export async function findAskedCharge(_scope: JobScope, id: string) {
  const [found] = await read((db) =>
    db
      .select({ charge: charges, token: paymentMethods.token })
      .from(charges)
      .innerJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
      .where(and(eq(charges.id, id), eq(charges.outcome, 'asked'))),
  );
  if (!found?.token) return undefined;
  const { idempotencyKey, organizationId, amountMinor, currency } = found.charge;
  const amount: Money = { amountMinor, currency: requireCurrency(currency) };
  return { token: found.token, amount, idempotencyKey, organizationId };
}

type Claim = { idempotencyKey: string; organizationId: string; subscriptionId: string; amountMinor: bigint };

async function findClaim(tx: Transaction, claim: Claim): Promise<ClaimedCharge | undefined> {
  const [row] = await byKey(tx).execute({ idempotencyKey: claim.idempotencyKey });
  if (!row) return undefined;
  const { organizationId, subscriptionId, amountMinor, ...found } = row;
  const isSame =
    organizationId === claim.organizationId &&
    subscriptionId === claim.subscriptionId &&
    amountMinor === claim.amountMinor;
  if (!isSame) throw new Error('A charge key was used for another charge');
  return found;
}

const byKey = prepared((tx: Transaction) =>
  tx
    .select({
      id: charges.id,
      organizationId: charges.organizationId,
      subscriptionId: charges.subscriptionId,
      amountMinor: charges.amountMinor,
      outcome: charges.outcome,
      reference: charges.providerReference,
      method: paymentMethods,
    })
    .from(charges)
    .innerJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
    .where(eq(charges.idempotencyKey, sql.placeholder('idempotencyKey')))
    .prepare(),
);

async function isStillInUse(tx: Transaction, paymentMethodId: string): Promise<boolean> {
  return (await inUse(tx).execute({ paymentMethodId })).length === 1;
}

const inUse = prepared((tx: Transaction) =>
  tx
    .select({ id: paymentMethods.id })
    .from(paymentMethods)
    .where(and(eq(paymentMethods.id, sql.placeholder('paymentMethodId')), isNull(paymentMethods.replacedAt)))
    .prepare(),
);
