import { and, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import type { Outcome } from '@/lib/domain/outcome';
import { profileRolesThatMay } from '@/lib/domain/roles';
import { type ActRefusal, saveAct } from './acts';
import { read, type Transaction } from './client';
import type { Recipient } from './colleagues';
import { type DecidedMove, moveFiguresOf } from './move-figures';
import { billingLines, billingProfileRoles, billingProfiles, subscriptions } from './schema';
import type { OrgScope } from './scope';
import type { Subscription } from './subscriptions';

/** Net of what waits for the next invoice of the profile that a subscription is billed to, in minor units. */
export async function sumWaitingLines(scope: OrgScope, { id, billingProfileId }: Subscription): Promise<bigint> {
  const rows = await read((db) =>
    db
      .select({ kind: billingLines.kind, netMinor: billingLines.netMinor })
      .from(billingLines)
      .innerJoin(subscriptions, eq(subscriptions.id, billingLines.subscriptionId))
      .where(
        and(
          eq(billingLines.subscriptionId, id),
          eq(billingLines.billingProfileId, billingProfileId),
          eq(subscriptions.organizationId, scope.organizationId),
          isNull(billingLines.documentId),
        ),
      ),
  );
  return rows.reduce((sum, { kind, netMinor }) => (kind === 'credit' ? sum - netMinor : sum + netMinor), 0n);
}

export type ProfileMove = {
  readonly key: string;
  readonly inputHash: string;
  readonly subscription: Subscription;
  readonly move: DecidedMove;
  readonly now: number;
  /** Who is sent the receipt, each in their own language. */
  readonly recipients: readonly Recipient[];
};

/**
 * From now on the subscription is billed to the other profile; lines that wait to be invoiced stay where they are.
 * Answers the receipt's id; `stale` when the subscription, or the person's role on either profile, is another by now.
 */
export async function saveProfileMove(
  scope: OrgScope,
  { key, inputHash, subscription, move, now, recipients }: ProfileMove,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { from, to } = move;
  const { figures, values } = moveFiguresOf(move, subscription, 'done');
  return saveAct(
    scope,
    {
      key,
      inputHash,
      act: 'change_billing_profile',
      subscriptionId: subscription.id,
      billingProfileId: to.id,
      before: { billingProfileId: from.id, profile: from.name },
      after: { billingProfileId: to.id, profile: to.name },
      facts: { subject: subscription.offer.name, timeZone: subscription.profile.timeZone, values, figures },
      recipients,
      now,
    },
    async (tx) => ((await moveSubscription(tx, scope, { subscription, move, now })) ? {} : 'stale'),
  );
}

type Moving = Pick<ProfileMove, 'subscription' | 'move' | 'now'>;

async function moveSubscription(tx: Transaction, scope: OrgScope, { subscription, move, now }: Moving) {
  const { from, to } = move;
  const moved = await tx
    .update(subscriptions)
    .set({ billingProfileId: to.id, version: subscription.version + 1, changedAt: now })
    .where(
      and(
        eq(subscriptions.id, subscription.id),
        eq(subscriptions.organizationId, scope.organizationId),
        eq(subscriptions.billingProfileId, from.id),
        eq(subscriptions.version, subscription.version),
        exists(ownMovableProfile(tx, scope, from)),
        exists(ownMovableProfile(tx, scope, to)),
      ),
    )
    .returning({ id: subscriptions.id });
  return moved.length === 1;
}

function ownMovableProfile(tx: Transaction, scope: OrgScope, { id, currency, country }: DecidedMove['to']) {
  return tx
    .select({ one: sql`1` })
    .from(billingProfiles)
    .innerJoin(billingProfileRoles, eq(billingProfileRoles.billingProfileId, billingProfiles.id))
    .where(
      and(
        eq(billingProfiles.id, id),
        eq(billingProfiles.organizationId, scope.organizationId),
        eq(billingProfiles.currency, currency),
        eq(billingProfiles.country, country),
        eq(billingProfileRoles.personId, scope.personId),
        inArray(billingProfileRoles.role, profileRolesThatMay('subscription.move')),
      ),
    );
}
