import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { DueNotice } from '@/lib/domain/notice-days';
import type { Outcome } from '@/lib/domain/outcome';
import { read, write } from './client';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { billingLines, billingProfiles, dueNotices, plannedChanges, plans, subscriptions } from './schema';
import type { JobScope } from './scope';

/** Subscriptions with a day to activate, to pay or to renew that is no later than `through`. */
export async function listNoticedLives(_scope: JobScope, through: Day) {
  return read((db) =>
    db
      .select({
        subscription: subscriptions,
        term: plans.term,
        timeZone: billingProfiles.timeZone,
        plannedQuantity: plannedChanges.quantity,
        periodNetMinor: billingLines.netMinor,
      })
      .from(subscriptions)
      .innerJoin(plans, eq(plans.id, subscriptions.planId))
      .innerJoin(billingProfiles, eq(billingProfiles.id, subscriptions.billingProfileId))
      .leftJoin(
        plannedChanges,
        and(
          eq(plannedChanges.subscriptionId, subscriptions.id),
          isNull(plannedChanges.removedAt),
          isNull(plannedChanges.appliedAt),
        ),
      )
      .leftJoin(
        billingLines,
        and(
          eq(billingLines.subscriptionId, subscriptions.id),
          eq(billingLines.kind, 'period'),
          eq(billingLines.servedFrom, subscriptions.periodStart),
        ),
      )
      .where(
        or(
          and(eq(subscriptions.state, 'pending_activation'), lte(subscriptions.activateBy, through)),
          and(inArray(subscriptions.state, ['past_due', 'past_due_ending']), lte(subscriptions.payBy, through)),
          and(eq(subscriptions.state, 'active'), lte(subscriptions.periodEnd, through)),
        ),
      ),
  );
}

export type NoticedSubscription = Awaited<ReturnType<typeof listNoticedLives>>[number];

/** The notice with its event, once for its occasion. Writes nothing the second time. */
export async function saveDueNotice(
  _scope: JobScope,
  { subscription }: Pick<NoticedSubscription, 'subscription'>,
  { notice, occasionOn }: DueNotice,
  { today, now }: { readonly today: Day; readonly now: number },
): Promise<Outcome<void, 'busy'>> {
  const { id: subscriptionId, organizationId, billingProfileId } = subscription;
  const isTold = await read((db) =>
    db
      .select({ id: dueNotices.id })
      .from(dueNotices)
      .where(
        and(
          eq(dueNotices.notice, notice),
          eq(dueNotices.subjectId, subscriptionId),
          eq(dueNotices.occasionOn, occasionOn),
        ),
      ),
  );
  if (isTold.length > 0) return { ok: true, value: undefined };
  return write(async (tx) => {
    const id = newId();
    const saved = await tx
      .insert(dueNotices)
      .values({ id, notice, subjectId: subscriptionId, occasionOn, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: dueNotices.id });
    if (saved.length === 0) return;
    const payload = { notice, organizationId, billingProfileId, subscriptionId, documentId: null, on: today };
    await recordOutboxEvent(tx, id, { kind: 'notice', payload }, now);
  });
}
