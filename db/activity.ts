import { and, asc, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditAct } from '@/lib/domain/acts';
import { read } from './client';
import { auditEntries, billingProfiles, offers, people, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export type Activity = {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  readonly act: AuditAct;
  /** Null when nobody acted: a renewal, a deadline. */
  readonly personId: string | null;
  readonly personName: string | null;
  readonly subscriptionId: string | null;
  readonly appName: string | null;
  readonly billingProfileId: string | null;
  readonly profileName: string | null;
  readonly before: z.infer<typeof facts>;
  readonly after: z.infer<typeof facts>;
  /** The chain: SHA-256 in hex over this entry and the hash before it. */
  readonly previousHash: string;
  readonly hash: string;
};

export type ActivityFilter = {
  readonly subscriptionId?: string | undefined;
  /** Null keeps what nobody did. */
  readonly personId?: string | null | undefined;
  /** Only entries before this place in the organization's chain. */
  readonly beforeSequence?: number | undefined;
  readonly limit: number;
};

/** The organization's audit entries, newest first. */
export async function listActivity(scope: OrgScope, filter: ActivityFilter): Promise<Activity[]> {
  const { subscriptionId, personId, beforeSequence, limit } = filter;
  const rows = await read((db) =>
    db
      .select({
        id: auditEntries.id,
        sequence: auditEntries.sequence,
        at: auditEntries.at,
        act: auditEntries.act,
        personId: auditEntries.personId,
        personName: people.name,
        subscriptionId: auditEntries.subscriptionId,
        appName: offers.name,
        billingProfileId: auditEntries.billingProfileId,
        profileName: billingProfiles.name,
        before: auditEntries.before,
        after: auditEntries.after,
        previousHash: auditEntries.previousHash,
        hash: auditEntries.hash,
      })
      .from(auditEntries)
      .leftJoin(people, eq(people.id, auditEntries.personId))
      .leftJoin(subscriptions, eq(subscriptions.id, auditEntries.subscriptionId))
      .leftJoin(plans, eq(plans.id, subscriptions.planId))
      .leftJoin(offers, eq(offers.id, plans.offerId))
      .leftJoin(billingProfiles, eq(billingProfiles.id, auditEntries.billingProfileId))
      .where(
        and(
          eq(auditEntries.organizationId, scope.organizationId),
          subscriptionId === undefined ? undefined : eq(auditEntries.subscriptionId, subscriptionId),
          personId === undefined
            ? undefined
            : personId === null
              ? isNull(auditEntries.personId)
              : eq(auditEntries.personId, personId),
          beforeSequence === undefined ? undefined : lt(auditEntries.sequence, beforeSequence),
        ),
      )
      .orderBy(desc(auditEntries.sequence))
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, before: facts.parse(row.before), after: facts.parse(row.after) }));
}

/** Everybody who has done something in the organization, by name. */
export async function listActors(scope: OrgScope): Promise<{ readonly id: string; readonly name: string }[]> {
  return read((db) =>
    db
      .selectDistinct({ id: people.id, name: people.name })
      .from(auditEntries)
      .innerJoin(people, eq(people.id, auditEntries.personId))
      .where(and(eq(auditEntries.organizationId, scope.organizationId), isNotNull(auditEntries.personId)))
      .orderBy(asc(people.name), asc(people.id)),
  );
}
