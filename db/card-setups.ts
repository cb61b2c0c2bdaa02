import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Card, PaymentRole } from '@/lib/domain/payment-methods';
import { read, type Transaction, write } from './client';
import { type OutboxEvent, recordOutboxEvents } from './outbox';
import { cardSetups } from './schema';
import type { JobScope, OrgScope } from './scope';

/** A visit to the payment provider's page, of the person who made it. */
export type CardSetup = typeof cardSetups.$inferSelect;

export type CardSetupDraft = {
  /** Minted with the form: the same key is the same visit. */
  readonly key: string;
  readonly billingProfileId: string;
  readonly role: PaymentRole;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** Notes the visit before the provider is asked for it. Undefined when the key belongs to something else. */
export async function claimCardSetup(scope: OrgScope, draft: CardSetupDraft) {
  return write(async (tx) => {
    const { organizationId, personId } = scope;
    await tx
      .insert(cardSetups)
      .values({ ...draft, organizationId, personId })
      .onConflictDoNothing({ target: cardSetups.key });
    const [row] = await tx.select().from(cardSetups).where(isOwn(scope, draft));
    return row?.role === draft.role ? row : undefined;
  });
}

/** The visit under a key, if it is the person's own and for this profile. */
export async function findCardSetup(scope: OrgScope, key: string, profileId: string): Promise<CardSetup | undefined> {
  const own = isOwn(scope, { key, billingProfileId: profileId });
  const [row] = await read((db) => db.select().from(cardSetups).where(own));
  return row;
}

/** Keeps what the provider calls the visit. */
export async function saveCardSetupSession(scope: OrgScope, setup: CardSetup, sessionId: string) {
  return write((tx) =>
    tx
      .update(cardSetups)
      .set({ sessionId })
      .where(and(isOwn(scope, setup), isNull(cardSetups.sessionId))),
  );
}

/** Keeps the card that was given, until it is used or the visit has expired. */
export async function saveCardOfSetup(scope: OrgScope, setup: CardSetup, card: Card & { readonly token: string }) {
  return write((tx) =>
    tx
      .update(cardSetups)
      .set(card)
      .where(and(isOwn(scope, setup), isNull(cardSetups.usedAt), isNull(cardSetups.brand))),
  );
}

/** Uses the visit up: the second time throws, and nothing of its transaction happens. */
export async function spendCardSetup(tx: Transaction, scope: OrgScope, setup: CardSetup, usedAt: number) {
  const spent = await tx
    .update(cardSetups)
    .set({ usedAt, token: null })
    .where(and(isOwn(scope, setup), isNull(cardSetups.usedAt)))
    .returning({ key: cardSetups.key });
  if (spent.length !== 1) throw new Error('A card setup was used before');
}

/** Forgets visits that have expired. The provider is told to close those whose card, if one was given, was not used. */
export async function forgetCardSetups(_scope: JobScope, now: number) {
  return write(async (tx) => {
    const { sessionId, usedAt } = cardSetups;
    const expired = await tx.delete(cardSetups).where(lt(cardSetups.expiresAt, now)).returning({ sessionId, usedAt });
    const unused = expired.flatMap((setup) => (setup.usedAt === null && setup.sessionId ? [setup.sessionId] : []));
    await recordOutboxEvents(tx, unused.map(closing), now);
  });
}

function closing(sessionId: string): OutboxEvent {
  return { kind: 'setup_close', payload: { sessionId } };
}

function isOwn(scope: OrgScope, { key, billingProfileId }: Pick<CardSetup, 'key' | 'billingProfileId'>) {
  return and(
    eq(cardSetups.key, key),
    eq(cardSetups.billingProfileId, billingProfileId),
    eq(cardSetups.organizationId, scope.organizationId),
    eq(cardSetups.personId, scope.personId),
  );
}
