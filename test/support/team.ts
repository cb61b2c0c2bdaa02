import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { findOpenInvitation, listOpenInvitations } from '@/db/invitations';
import { findMember, type Member } from '@/db/members';
import { outboxEvents, people } from '@/db/schema';
import type { OrgScope } from '@/db/scope';
import { scopeOf } from '@/lib/demo/seed/people';
import type { OrganizationRole } from '@/lib/domain/roles';
import { underClock } from '@/lib/server/clock';
import { acceptByLink } from '@/lib/server/sign-in/invitation';
import { inviteMember } from '@/lib/server/team/invite';
import { at, requireAccepted } from './database';

export const astrid = scopeOf('astrid-lindqvist');
export const now = at('2026-11-22');
export const DAY_MS = 24 * 60 * 60_000;
export const address = 'rut.ek@nordlysbygg.example';

/** Invites at `on` and answers the token that the mail carries. */
export async function invite(email = address, role: OrganizationRole = 'member', on = now, scope = astrid) {
  requireAccepted(await inviteMember(scope, { key: newId(), email, role, now: on }));
  return (await listTokens()).at(-1) ?? '';
}

/** Tokens of the links that wait to be sent, in the order they were made. */
export async function listTokens(): Promise<string[]> {
  const events = await read((db) => db.select().from(outboxEvents).orderBy(outboxEvents.createdAt));
  return events
    .filter(({ kind }) => kind === 'invitation_mail')
    .map(({ payload }) => /token=([\w-]{43})/.exec(JSON.stringify(payload))?.[1] ?? '');
}

type Accepting = { readonly name?: string; readonly on?: number; readonly as?: { personId: string; email: string } };

export function accept(token: string, { name = 'Rut Ek', on = now, as }: Accepting = {}) {
  return underClock(
    () => on,
    () => acceptByLink({ token, name, locale: 'en-US' }, { signedIn: as, replacedToken: undefined }),
  );
}

export async function memberNow(personId: string, scope: OrgScope = astrid): Promise<Member> {
  const member = await findMember(scope, personId);
  if (!member) throw new Error(`no member ${personId}`);
  return member;
}

/** The one open invitation of the address. */
export async function invitationNow(email = address) {
  const found = (await listOpenInvitations(astrid)).find((invitation) => invitation.email === email);
  const open = found && (await findOpenInvitation(astrid, found.id));
  if (!open) throw new Error(`no invitation of ${email}`);
  return open;
}

/** Somebody known here who belongs to no organization. */
export async function saveStray(email: string, verifiedAt: number | null = 1) {
  await write((tx) =>
    tx.insert(people).values({ id: 'stray', name: 'Rut Ek', email, emailVerifiedAt: verifiedAt, createdAt: 0 }),
  );
  return { personId: 'stray', email };
}
