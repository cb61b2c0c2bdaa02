import { and, desc, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import type { OrganizationRole, ProfileRole, StaffRole } from '@/lib/domain/roles';
import { type Reader, read, type Transaction, write } from './client';
import { newId } from './ids';
import { prepared } from './prepared';
import { memberships, organizations, people, sessions } from './schema';
import type { PersonScope } from './scope';

/** A row that is younger than its limits. Instants in epoch milliseconds. */
export type LiveSession = {
  /** What the person's own list of sessions calls it; no secret. */
  readonly id: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
    readonly timeZone: string | null;
  };
  readonly organization: MemberOrganization | null;
  readonly profileRoles: Readonly<Record<string, ProfileRole>>;
  /** Of the operator's own people; mostly none. */
  readonly staffRoles: readonly StaffRole[];
  readonly lastSeenAt: number;
  /** When the person last proved who they are. */
  readonly authenticatedAt: number;
};

export type MemberOrganization = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly role: OrganizationRole;
};

export type SessionLimits = { readonly nowAt: number; readonly seenAfter: number };

// Roles on profiles of another organization than the person's own count for nothing.
const profileRolesOfMember = sql<string>`(
  select json_group_object(r.billing_profile_id, r.role) from billing_profile_roles r
  join billing_profiles p on p.id = r.billing_profile_id
  where r.person_id = ${people.id} and p.organization_id = ${memberships.organizationId})`.mapWith(
  (json: string): Record<string, ProfileRole> => JSON.parse(json),
);

const staffRolesOfPerson = sql<string>`(
  select json_group_array(s.role) from staff_roles s where s.person_id = ${people.id})`.mapWith(
  (json: string): StaffRole[] => JSON.parse(json),
);

/** No scope: the unguessable token, of which this is the SHA-256, is the claim. One statement. */
export async function findLiveSession(tokenHash: string, limits: SessionLimits): Promise<LiveSession | undefined> {
  const [row] = await read((db) => liveByToken(db).execute({ tokenHash, ...limits }));
  if (!row) return undefined;
  const { organization, role, ...rest } = row;
  return { ...rest, organization: organization && role ? { ...organization, role } : null };
}

const liveByToken = prepared((db: Reader) =>
  db
    .select({
      id: sessions.id,
      person: {
        id: people.id,
        name: people.name,
        email: people.email,
        locale: people.locale,
        timeZone: people.timeZone,
      },
      organization: {
        id: organizations.id,
        name: organizations.name,
        country: organizations.country,
        locale: organizations.locale,
        timeZone: organizations.timeZone,
      },
      role: memberships.role,
      profileRoles: profileRolesOfMember,
      staffRoles: staffRolesOfPerson,
      lastSeenAt: sessions.lastSeenAt,
      authenticatedAt: sessions.authenticatedAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, sql.placeholder('nowAt')),
        gt(sessions.lastSeenAt, sql.placeholder('seenAfter')),
      ),
    )
    .prepare(),
);

export type NewSession = {
  readonly tokenHash: string;
  readonly personId: string;
  /** As the browser describes itself, 400 characters at most. */
  readonly userAgent: string | undefined;
  readonly startedAt: number;
  /** When the person proved who they are: mostly the same moment. */
  readonly authenticatedAt: number;
  readonly expiresAt: number;
  /** The session of the same browser that this one takes the place of. */
  readonly replacesHash: string | undefined;
};

/** Saves the session, ends the one it replaces and sweeps those that are over. */
export async function recordSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx
    .delete(sessions)
    .where(or(lte(sessions.expiresAt, session.startedAt), eq(sessions.tokenHash, session.replacesHash ?? '')));
  await tx.insert(sessions).values({
    tokenHash: session.tokenHash,
    id: newId(),
    personId: session.personId,
    userAgent: session.userAgent ?? null,
    createdAt: session.startedAt,
    authenticatedAt: session.authenticatedAt,
    lastSeenAt: session.startedAt,
    expiresAt: session.expiresAt,
  });
}

/** Moves `lastSeenAt` forward, never back, and brings no ended session to life. */
export async function saveSessionSeen(tokenHash: string, limits: SessionLimits) {
  return write((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: limits.nowAt })
      .where(
        and(
          eq(sessions.tokenHash, tokenHash),
          lt(sessions.lastSeenAt, limits.nowAt),
          gt(sessions.lastSeenAt, limits.seenAfter),
        ),
      ),
  );
}

export async function endSessionRow(tokenHash: string) {
  return write((tx) => tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)));
}

/** Ends every session of the person. */
export async function endSessionRowsOf(personId: string) {
  return write((tx) => tx.delete(sessions).where(eq(sessions.personId, personId)));
}

export type OwnSession = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
};

/** The person's sessions that still live, the one seen last first. */
export async function listOwnSessions(scope: PersonScope, limits: SessionLimits): Promise<OwnSession[]> {
  return read((db) =>
    db
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.personId, scope.personId),
          gt(sessions.expiresAt, limits.nowAt),
          gt(sessions.lastSeenAt, limits.seenAfter),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt)),
  );
}

/** Ends one of the person's own sessions. Answers how many that were: none where it is over or somebody else's. */
export async function endOwnSession(scope: PersonScope, id: string) {
  return write(
    async (tx) =>
      (
        await tx
          .delete(sessions)
          .where(and(eq(sessions.id, id), eq(sessions.personId, scope.personId)))
          .returning({ id: sessions.id })
      ).length,
  );
}
