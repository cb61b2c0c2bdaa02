import { and, eq, gt } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { NameRefusal } from '@/lib/domain/person-name';
import { recordAuditEntry } from './audit';
import type { Transaction } from './client';
import { newId } from './ids';
import { findInvitationOfToken, findInvitee, type Invitation, isOpen, listInvitationsOfPerson } from './invitations';
import { recordOutboxEvent } from './outbox';
import { invitations, memberships, organizations, people } from './schema';

/** By the link's token (its SHA-256), or by the address that the person who is signed in has proved to be theirs. */
export type JoinClaim = { readonly tokenHash: string } | { readonly invitationId: string };

export type Joining = {
  readonly claim: JoinClaim;
  /** Who is signed in already. */
  readonly signedIn: { readonly personId: string; readonly email: string } | undefined;
  /** For somebody whom nobody here knows yet. */
  readonly name: Outcome<string, NameRefusal>;
  readonly locale: string;
  readonly now: number;
};

export type JoinRefusal =
  | 'invitation_not_usable'
  | 'other_person'
  | 'already_member'
  | 'other_organization'
  | NameRefusal;

/**
 * Accepts an invitation: uses it up and makes the person a member, who is made first if nobody has that address. Of
 * two at once one gets it. Refused, it changes nothing, so that the invitation can still be used.
 */
export async function join(tx: Transaction, joining: Joining): Promise<Outcome<{ personId: string }, JoinRefusal>> {
  const { signedIn, name, now } = joining;
  const invitation = await findClaimed(tx, joining);
  if (!invitation) return refuse('invitation_not_usable');
  const { id, organizationId, email, role } = invitation;
  if (signedIn && signedIn.email !== email) return refuse('other_person');
  const invitee = await findInvitee(tx, email);
  if (invitee?.organizationId === organizationId) return refuse('already_member');
  if (invitee?.organizationId) return refuse('other_organization');
  if (!invitee && !name.ok) return name;
  const used = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, id), isOpen, gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  if (used.length === 0) return refuse('invitation_not_usable');
  const personId = invitee?.personId ?? newId();
  if (!invitee && name.ok) await insertPerson(tx, personId, invitation, { ...joining, name: name.value });
  await tx.insert(memberships).values({ organizationId, personId, role, createdAt: now });
  await recordJoined(tx, invitation, personId, now);
  return accept({ personId });
}

async function findClaimed(tx: Transaction, { claim, signedIn, now }: Joining): Promise<Invitation | undefined> {
  if ('tokenHash' in claim) return findInvitationOfToken(tx, claim.tokenHash, now);
  const own = signedIn ? await listInvitationsOfPerson(tx, signedIn.personId, now) : [];
  return own.find(({ id }) => id === claim.invitationId);
}

/** The link came by mail, so the address is proved. */
function insertPerson(
  tx: Transaction,
  id: string,
  { email }: Invitation,
  { name, locale, now }: { readonly name: string; readonly locale: string; readonly now: number },
) {
  return tx.insert(people).values({ id, name, email, emailVerifiedAt: now, locale, createdAt: now });
}

async function recordJoined(tx: Transaction, invitation: Invitation, personId: string, now: number): Promise<void> {
  const { organizationId, organization, email: to, role } = invitation;
  const [person] = await tx
    .select({ name: people.name, own: people.locale, locale: organizations.locale })
    .from(people)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(eq(people.id, personId));
  if (!person) throw new Error('a member without a person');
  const { name } = person;
  const about = {
    organizationId,
    personId,
    act: 'accept_invitation',
    subscriptionId: null,
    billingProfileId: null,
  } as const;
  await recordAuditEntry(tx, { ...about, before: {}, after: { person: name, role }, at: now });
  const payload = {
    told: 'role_granted',
    to,
    name,
    locale: person.own ?? person.locale,
    organization,
    role,
    by: name,
  } as const;
  await recordOutboxEvent(tx, newId(), { kind: 'member_mail', payload }, now);
}
