import { and, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { type Reader, read, type Transaction, write } from './client';
import { memberships, organizations, people, sessions } from './schema';

/** A row that is younger than its limits. Instants in epoch milliseconds. */
export type LiveSession = {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
  };
  readonly organization: MemberOrganization | null;
  readonly profileRoles: Readonly<Record<string, ProfileRole>>;
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

/** No scope: the unguessable token, of which this is the SHA-256, is the claim. One statement. */
export async function findLiveSession(tokenHash: string, limits: SessionLimits): Promise<LiveSession | undefined> {
  const rows = await read((db) =>
    withPerson(db).where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, limits.nowAt),
        gt(sessions.lastSeenAt, limits.seenAfter),
      ),
    ),
  );
  const row = rows[0];
  if (!row) return undefined;
  const { organization, role, ...rest } = row;
  return { ...rest, organization: organization && role ? { ...organization, role } : null };
}

function withPerson(db: Reader) {
  return db
    .select({
      person: { id: people.id, name: people.name, email: people.email, locale: people.locale },
      organization: {
        id: organizations.id,
        name: organizations.name,
        country: organizations.country,
        locale: organizations.locale,
        timeZone: organizations.timeZone,
      },
      role: memberships.role,
      profileRoles: profileRolesOfMember,
      lastSeenAt: sessions.lastSeenAt,
      authenticatedAt: sessions.authenticatedAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId));
}

export type NewSession = {
  readonly tokenHash: string;
  readonly personId: string;
  readonly startedAt: number;
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
    personId: session.personId,
    createdAt: session.startedAt,
    authenticatedAt: session.startedAt,
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
