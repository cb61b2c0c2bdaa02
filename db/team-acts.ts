import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { TeamAct } from '@/lib/domain/acts';
import type { Figure, FigureValues } from '@/lib/domain/figures';
import type { Outcome } from '@/lib/domain/outcome';
import { type ActRefusal, type Effect, saveAct } from './acts';
import type { AuditFacts } from './audit';
import { read, type Transaction } from './client';
import { hashOfRequest } from './previews';
import { memberships, organizations, people } from './schema';
import type { OrgScope } from './scope';

/** Who acts and for which organization: its name, language and time zone, and where the receipt goes. */
export type TeamActor = {
  readonly organization: { readonly name: string; readonly locale: string; readonly timeZone: string };
  readonly person: { readonly name: string; readonly email: string; readonly locale: string };
};

/** Throws for a scope whose person or organization is not there. */
export async function requireTeamActor(scope: OrgScope): Promise<TeamActor> {
  const [row] = await read((db) =>
    db
      .select({
        organization: { name: organizations.name, locale: organizations.locale, timeZone: organizations.timeZone },
        person: {
          name: people.name,
          email: people.email,
          locale: sql<string>`coalesce(${people.locale}, ${organizations.locale})`,
        },
      })
      .from(people)
      .innerJoin(organizations, eq(organizations.id, scope.organizationId))
      .where(eq(people.id, scope.personId)),
  );
  if (!row) throw new Error('nobody acts');
  return row;
}

type TeamActDraft = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly act: TeamAct;
  /** Whom it is about, and what is asked for: the same key with another wish is refused. */
  readonly subjectId: string;
  readonly wish: unknown;
  readonly before: AuditFacts;
  readonly after: AuditFacts;
  readonly values: FigureValues;
  readonly figures: readonly Figure[];
  readonly now: number;
};

/** An act on the team with audit entry, receipt and mails; the receipt goes to the person who acts. */
export function saveTeamAct(
  scope: OrgScope,
  { organization, person }: TeamActor,
  { subjectId, wish, values, figures, ...act }: TeamActDraft,
  takeEffect: (tx: Transaction) => Promise<Effect | 'stale'>,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  return saveAct(
    scope,
    {
      ...act,
      inputHash: hashOfRequest(act.act, subjectId, wish),
      subscriptionId: null,
      billingProfileId: null,
      facts: { subject: organization.name, timeZone: organization.timeZone, values, figures },
      recipients: [{ email: person.email, locale: person.locale, hasAccount: true }],
    },
    takeEffect,
  );
}

/** For the WHERE of every act on the team: the person who acts is still an owner. */
export function isActorOwner(scope: OrgScope): SQL {
  return sql`exists (select 1 from ${memberships} as actor where actor.organization_id = ${scope.organizationId}
    and actor.person_id = ${scope.personId} and actor.role = 'owner')`;
}

/** The same, asked where there is no row to put the condition on. */
export async function isOwnerStill(tx: Transaction, scope: OrgScope): Promise<boolean> {
  const rows = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, scope.organizationId),
        eq(memberships.personId, scope.personId),
        eq(memberships.role, 'owner'),
      ),
    );
  return rows.length > 0;
}
