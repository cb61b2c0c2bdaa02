import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { requirePolicy } from '@/lib/domain/policies';
import { decideOpenPortal, hostOf, type PortalIntent, type PortalRefusal } from '@/lib/domain/publisher-portal';
import { recordAuditEntry } from './audit';
import { read, type Transaction, write } from './client';
import { publishers, purchaseTokens, subscriptions } from './schema';
import type { OrgScope, PublisherScope } from './scope';
import { findSubscriptionIn, type Subscription } from './subscriptions';

const HOUR_MS = 3_600_000;

export type PortalVisit = {
  readonly subscriptionId: string;
  /** SHA-256 of the token that the reader takes along. */
  readonly tokenHash: string;
  readonly wish: Exclude<PortalIntent, 'activate'>;
  readonly now: number;
};

/** A new token in place of the older one, with its audit entry, if the subscription's state lets the portal be opened. */
export async function savePortalVisit(
  scope: OrgScope,
  visit: PortalVisit,
): Promise<Outcome<void, 'not_found' | PortalRefusal | 'busy'>> {
  const saved = await write(async (tx): Promise<Outcome<void, 'not_found' | PortalRefusal>> => {
    const subscription = await findSubscriptionIn(tx, scope, visit.subscriptionId);
    if (!subscription) return refuse('not_found');
    const intent = decideOpenPortal(subscription.state, visit.wish);
    return intent.ok ? accept(await recordVisit(tx, scope, { ...visit, subscription, intent: intent.value })) : intent;
  });
  return saved.ok ? saved.value : saved;
}

type DecidedVisit = PortalVisit & { readonly subscription: Subscription; readonly intent: PortalIntent };

async function recordVisit(tx: Transaction, scope: OrgScope, visit: DecidedVisit): Promise<void> {
  const { subscription, tokenHash, intent, now } = visit;
  const { id: subscriptionId, publisher, billingProfileId, policyVersion } = subscription;
  const { organizationId, personId } = scope;
  const ofThis = eq(purchaseTokens.subscriptionId, subscriptionId);
  await tx.delete(purchaseTokens).where(and(ofThis, lte(purchaseTokens.expiresAt, now)));
  await tx
    .update(purchaseTokens)
    .set({ voidedAt: now })
    .where(and(ofThis, isNull(purchaseTokens.voidedAt)));
  const expiresAt = now + requirePolicy(policyVersion).purchaseTokenHours * HOUR_MS;
  const bound = { publisherId: publisher.id, subscriptionId, personId, intent };
  await tx.insert(purchaseTokens).values({ ...bound, tokenHash, createdAt: now, expiresAt });
  await recordAuditEntry(tx, {
    organizationId,
    personId,
    act: 'open_publisher_portal',
    subscriptionId,
    billingProfileId,
    before: {},
    after: { intent, host: hostOf(publisher.landingUrl) },
    at: now,
  });
}

export type HandOver = { readonly landingUrl: string; readonly publisherName: string; readonly subscriptionId: string };

/** Where the person who opened the portal is to be sent; undefined once the token is voided or over, or not theirs. */
export async function findHandOver(scope: OrgScope, tokenHash: string, nowAt: number): Promise<HandOver | undefined> {
  const [found] = await read((db) =>
    db
      .select({
        landingUrl: publishers.landingUrl,
        publisherName: publishers.name,
        subscriptionId: subscriptions.id,
      })
      .from(purchaseTokens)
      .innerJoin(subscriptions, eq(subscriptions.id, purchaseTokens.subscriptionId))
      .innerJoin(publishers, eq(publishers.id, purchaseTokens.publisherId))
      .where(
        and(
          eq(purchaseTokens.tokenHash, tokenHash),
          eq(subscriptions.organizationId, scope.organizationId),
          eq(purchaseTokens.personId, scope.personId),
          isNull(purchaseTokens.voidedAt),
          gt(purchaseTokens.expiresAt, nowAt),
        ),
      ),
  );
  return found;
}

export type NewestVisit = Pick<typeof purchaseTokens.$inferSelect, 'createdAt' | 'expiresAt' | 'resolvedAt'>;

/** The last time that somebody of the organization opened the portal for the subscription. */
export async function findNewestVisit(scope: OrgScope, subscriptionId: string): Promise<NewestVisit | undefined> {
  const { createdAt, expiresAt, resolvedAt } = purchaseTokens;
  const [found] = await read((db) =>
    db
      .select({ createdAt, expiresAt, resolvedAt })
      .from(purchaseTokens)
      .innerJoin(subscriptions, eq(subscriptions.id, purchaseTokens.subscriptionId))
      .where(
        and(
          eq(purchaseTokens.subscriptionId, subscriptionId),
          eq(subscriptions.organizationId, scope.organizationId),
          isNull(purchaseTokens.voidedAt),
        ),
      ),
  );
  return found;
}

/**
 * What a token stands for, for the publisher it was made for, as often as it asks: the subscription's id. To any other
 * publisher a token is as unknown as one that never was.
 */
export async function resolvePurchaseToken(
  scope: PublisherScope,
  tokenHash: string,
  nowAt: number,
): Promise<Outcome<string, 'token_unknown' | 'token_expired' | 'busy'>> {
  const isIt = and(eq(purchaseTokens.tokenHash, tokenHash), eq(purchaseTokens.publisherId, scope.publisherId));
  const [found] = await read((db) => db.select().from(purchaseTokens).where(isIt));
  if (!found) return refuse('token_unknown');
  if (found.voidedAt !== null || found.expiresAt <= nowAt) return refuse('token_expired');
  if (found.resolvedAt !== null) return accept(found.subscriptionId);
  const noted = await write((tx) =>
    tx
      .update(purchaseTokens)
      .set({ resolvedAt: nowAt })
      .where(and(isIt, isNull(purchaseTokens.resolvedAt))),
  );
  return noted.ok ? accept(found.subscriptionId) : noted;
}
