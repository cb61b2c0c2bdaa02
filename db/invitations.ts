import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { OrganizationRole } from '@/lib/domain/roles';
import { type Reader, read } from './client';
import { invitations, memberships, organizations, people } from './schema';
import type { JobScope, OrgScope } from './scope';

/** An invitation that was neither accepted nor withdrawn; it may have expired. */
export type Invitation = {
  readonly id: string;
  readonly organizationId: string;
  /** By its name. */
  readonly organization: string;
  readonly timeZone: string;
  readonly email: string;
  readonly role: OrganizationRole;
  /** Who invites, by name. */
  readonly invitedBy: string;
  readonly expiresAt: number;
};

/** Neither accepted nor withdrawn. */
export const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt));

/** The organization's open invitations by address, those that have expired among them. */
export async function listOpenInvitations(scope: OrgScope): Promise<Invitation[]> {
  return read((db) => selectInvitations(db, eq(invitations.organizationId, scope.organizationId)));
}

/** The open invitation if it is the scope's own, else undefined. */
export async function findOpenInvitation(scope: OrgScope, id: string): Promise<Invitation | undefined> {
  const own = and(eq(invitations.id, id), eq(invitations.organizationId, scope.organizationId));
  return (await read((db) => selectInvitations(db, own)))[0];
}

/** For the mail that carries it; undefined once it is accepted, withdrawn or too old. */
export async function findInvitationForJob(_scope: JobScope, id: string, now: number): Promise<Invitation | undefined> {
  return (await read((db) => selectInvitations(db, and(eq(invitations.id, id), gt(invitations.expiresAt, now)))))[0];
}

/** No scope: the unguessable token, of which this is the SHA-256, is the claim. Undefined unless it can be accepted. */
export async function findInvitationOfToken(
  db: Reader,
  tokenHash: string,
  now: number,
): Promise<Invitation | undefined> {
  return (await selectInvitations(db, and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, now))))[0];
}

/** No scope: the person belongs nowhere yet. What waits for the address that they have proved to read mail at. */
export async function listInvitationsOfPerson(db: Reader, personId: string, now: number): Promise<Invitation[]> {
  const [person] = await db
    .select({ email: people.email, verifiedAt: people.emailVerifiedAt })
    .from(people)
    .where(eq(people.id, personId));
  if (!person || person.verifiedAt === null) return [];
  return selectInvitations(db, and(eq(invitations.email, person.email), gt(invitations.expiresAt, now)));
}

/** No scope: asked before anybody has signed in. Whether an invitation waits for the address. */
export async function hasInvitation(db: Reader, email: string, now: number): Promise<boolean> {
  const waiting = await selectInvitations(db, and(eq(invitations.email, email), gt(invitations.expiresAt, now)));
  return waiting.length > 0;
}

/** Where the person with that address stands: in no organization, in this one, in another, or there is nobody yet. */
export async function findInvitee(db: Reader, email: string): Promise<Invitee | undefined> {
  const [row] = await db
    .select({ personId: people.id, organizationId: memberships.organizationId })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.email, email));
  return row;
}

/** `organizationId` is null for somebody who belongs nowhere. */
export type Invitee = { readonly personId: string; readonly organizationId: string | null };

const domainOf = (email: typeof people.email) => sql<string>`substr(${email}, instr(${email}, '@') + 1)`;

/** No scope: the domain of an address that the person has proved, where it is exactly that of an owner's proved address. */
export async function findDomainOfOwners(db: Reader, personId: string): Promise<string | undefined> {
  const [own] = await db
    .select({ domain: domainOf(people.email) })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.emailVerifiedAt)));
  if (!own) return undefined;
  const owners = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.role, 'owner')))
    .where(and(isNotNull(people.emailVerifiedAt), eq(domainOf(people.email), own.domain)))
    .limit(1);
  return owners.length > 0 ? own.domain : undefined;
}

function selectInvitations(db: Reader, condition: ReturnType<typeof and>): Promise<Invitation[]> {
  return db
    .select({
      id: invitations.id,
      organizationId: invitations.organizationId,
      organization: organizations.name,
      timeZone: organizations.timeZone,
      email: invitations.email,
      role: invitations.role,
      invitedBy: people.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(isOpen, condition))
    .orderBy(asc(invitations.email), asc(organizations.name));
}
