import { and, count, eq, gt } from 'drizzle-orm';
import { dayIn } from '@/lib/domain/days';
import { type Outcome, refuse } from '@/lib/domain/outcome';
import type { OrganizationRole } from '@/lib/domain/roles';
import type { ActRefusal } from './acts';
import { type Reader, read } from './client';
import { newId } from './ids';
import { findInvitee, type Invitation, isOpen } from './invitations';
import { recordOutboxEvent } from './outbox';
import { invitations, people } from './schema';
import type { OrgScope } from './scope';
import { isActorOwner, isOwnerStill, requireTeamActor, saveTeamAct } from './team-acts';
import { roleFigure, teamValues } from './team-figures';

const DAY_MS = 24 * 60 * 60_000;
/** So that nobody sends mail to the world from here. */
const MOST_A_DAY = 50;

type NewInvitation = {
  readonly key: string;
  /** As `parseEmail` gives it. */
  readonly email: string;
  readonly role: OrganizationRole;
  readonly tokenHash: string;
  /** Below the locale; holds the token. */
  readonly linkPath: string;
  readonly expiresAt: number;
  readonly now: number;
};

export type InviteRefusal = 'already_member' | 'too_many_invitations';

/**
 * Invites an address and sends it the link; an earlier open invitation of the same address no longer works. Answers
 * the receipt's id; 'stale' when the person who acts is no owner any more.
 */
export async function saveInvitation(
  scope: OrgScope,
  { key, email, role, tokenHash, linkPath, expiresAt, now }: NewInvitation,
): Promise<Outcome<string, ActRefusal | InviteRefusal> | 'stale'> {
  const actor = await requireTeamActor(scope);
  const refusal = await read((db) => findRefusal(db, scope, email, now));
  if (refusal) return refuse(refusal);
  const { name, timeZone } = actor.organization;
  const draft = {
    key,
    act: 'invite_member',
    subjectId: email,
    wish: { role },
    before: {},
    after: { email, role },
    values: teamValues(email, name, role),
    figures: [
      { name: 'invitedAddress', values: { email: { text: email } } },
      roleFigure(role),
      { name: 'invitationUntil', values: { date: { day: dayIn(timeZone, expiresAt) } } },
    ],
    now,
  } as const;
  return saveTeamAct(scope, actor, draft, async (tx) => {
    if (!(await isOwnerStill(tx, scope)) || (await findRefusal(tx, scope, email, now))) return 'stale';
    await tx
      .update(invitations)
      .set({ withdrawnAt: now })
      .where(and(eq(invitations.organizationId, scope.organizationId), eq(invitations.email, email), isOpen));
    const id = newId();
    const { organizationId, personId: invitedBy } = scope;
    await tx
      .insert(invitations)
      .values({ id, organizationId, email, role, tokenHash, invitedBy, createdAt: now, expiresAt });
    const [invitee] = await tx.select({ locale: people.locale }).from(people).where(eq(people.email, email));
    const locale = invitee?.locale ?? actor.organization.locale;
    await recordOutboxEvent(
      tx,
      newId(),
      { kind: 'invitation_mail', payload: { invitationId: id, linkPath, locale } },
      now,
    );
    return {};
  });
}

/** The link no longer works. Answers like `saveInvitation`; 'stale' also when it was accepted meanwhile. */
export async function withdrawInvitation(
  scope: OrgScope,
  { key, invitation, now }: { readonly key: string; readonly invitation: Invitation; readonly now: number },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const actor = await requireTeamActor(scope);
  const { id, email, role } = invitation;
  const draft = {
    key,
    act: 'withdraw_invitation',
    subjectId: id,
    wish: null,
    before: { email, role },
    after: {},
    values: teamValues(email, actor.organization.name, role),
    figures: [{ name: 'invitedAddress', values: { email: { text: email } } }, roleFigure(role)],
    now,
  } as const;
  return saveTeamAct(scope, actor, draft, async (tx) => {
    const withdrawn = await tx
      .update(invitations)
      .set({ withdrawnAt: now })
      .where(
        and(eq(invitations.id, id), eq(invitations.organizationId, scope.organizationId), isOpen, isActorOwner(scope)),
      )
      .returning({ id: invitations.id });
    return withdrawn.length > 0 ? {} : 'stale';
  });
}

async function findRefusal(
  db: Reader,
  scope: OrgScope,
  email: string,
  now: number,
): Promise<InviteRefusal | undefined> {
  const invitee = await findInvitee(db, email);
  if (invitee?.organizationId === scope.organizationId) return 'already_member';
  const [sent] = await db
    .select({ today: count() })
    .from(invitations)
    .where(and(eq(invitations.organizationId, scope.organizationId), gt(invitations.createdAt, now - DAY_MS)));
  return (sent?.today ?? 0) >= MOST_A_DAY ? 'too_many_invitations' : undefined;
}
