import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditAct } from '@/lib/domain/acts';
import { read } from './client';
import { auditEntries, offers, people, plans, publishers, subscriptions } from './schema';
import type { OrgScope } from './scope';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export type Activity = {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  readonly act: AuditAct;
  /** Null when nobody acted: a renewal, a deadline. */
  readonly personName: string | null;
  /** Whose program acted, when a publisher's did. */
  readonly publisherName: string | null;
  readonly subscriptionId: string | null;
  readonly appName: string | null;
  readonly before: z.infer<typeof facts>;
  readonly after: z.infer<typeof facts>;
};

export type ActivityFilter = {
  readonly subscriptionId?: string;
  /** Only entries before this place in the organization's chain. */
  readonly beforeSequence?: number;
  readonly limit: number;
};

/** The organization's audit entries, newest first. */
export async function listActivity(scope: OrgScope, filter: ActivityFilter): Promise<Activity[]> {
  const { subscriptionId, beforeSequence, limit } = filter;
  const rows = await read((db) =>
    db
      .select({
        id: auditEntries.id,
        sequence: auditEntries.sequence,
        at: auditEntries.at,
        act: auditEntries.act,
        personName: people.name,
        subscriptionId: auditEntries.subscriptionId,
        appName: offers.name,
        publisherName: publishers.name,
        before: auditEntries.before,
        after: auditEntries.after,
      })
      .from(auditEntries)
      .leftJoin(people, eq(people.id, auditEntries.personId))
      .leftJoin(subscriptions, eq(subscriptions.id, auditEntries.subscriptionId))
      .leftJoin(plans, eq(plans.id, subscriptions.planId))
      .leftJoin(offers, eq(offers.id, plans.offerId))
      .leftJoin(publishers, eq(publishers.id, offers.publisherId))
      .where(
        and(
          eq(auditEntries.organizationId, scope.organizationId),
          subscriptionId === undefined ? undefined : eq(auditEntries.subscriptionId, subscriptionId),
          beforeSequence === undefined ? undefined : lt(auditEntries.sequence, beforeSequence),
        ),
      )
      .orderBy(desc(auditEntries.sequence))
      .limit(limit),
  );
  return rows.map((row) => {
    const after = facts.parse(row.after);
    const publisherName = after.publisherId === undefined ? null : row.publisherName;
    return { ...row, publisherName, before: facts.parse(row.before), after };
  });
}
