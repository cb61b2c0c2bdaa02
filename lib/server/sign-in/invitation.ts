import { read, write } from '@/db/client';
import {
  findDomainOfOwners,
  findInvitationOfToken,
  findInvitee,
  type Invitation,
  listInvitationsOfPerson,
} from '@/db/invitations';
import { type JoinRefusal, join } from '@/db/joining';
import { saveEmailVerified } from '@/db/people';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { parsePersonName } from '@/lib/domain/person-name';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt, realNowAt } from '@/lib/server/clock';
import { hashSecretToken, isSecretToken } from './secret-token';
import { recordTokenSession } from './session-token';

/** An invitation as its page shows it; `isKnown` when the person need not give a name. */
export type ShownInvitation = {
  readonly invitation: Invitation;
  readonly isKnown: boolean;
  readonly obstacle: 'already_member' | 'other_organization' | undefined;
};

/** What a link stands for; undefined when it is unknown, used, withdrawn or too old. Changes nothing. */
export async function findInvitation(token: unknown): Promise<ShownInvitation | undefined> {
  if (!isSecretToken(token)) return undefined;
  return read(async (db) => {
    const invitation = await findInvitationOfToken(db, hashSecretToken(token), nowAt());
    if (!invitation) return undefined;
    const invitee = await findInvitee(db, invitation.email);
    const isHere = invitee?.organizationId === invitation.organizationId;
    const obstacle = isHere ? 'already_member' : invitee?.organizationId ? 'other_organization' : undefined;
    return { invitation, isKnown: invitee !== undefined, obstacle };
  });
}

/** What waits for somebody who is signed in and belongs nowhere, at the address they have proved to be theirs. */
export async function listOwnInvitations(personId: string): Promise<Invitation[]> {
  return read((db) => listInvitationsOfPerson(db, personId, nowAt()));
}

/** The person's own mail domain, if somebody who owns an organization has proved an address in it; names nobody. */
export async function findOwnDomain(personId: string): Promise<string | undefined> {
  return read((db) => findDomainOfOwners(db, personId));
}

type SignedIn = { readonly personId: string; readonly email: string };
type Refusal = JoinRefusal | 'busy';

/** Accepts by the link: the person becomes a member and is signed in, in one transaction. Answers the session's token. */
export async function acceptByLink(
  { token, name, locale }: { readonly token: string; readonly name: string; readonly locale: Locale },
  { signedIn, replacedToken }: { readonly signedIn: SignedIn | undefined; readonly replacedToken: string | undefined },
): Promise<Outcome<string, Refusal>> {
  const now = nowAt();
  const claim = { tokenHash: hashSecretToken(token) };
  const joined = await write(async (tx) => {
    const outcome = await join(tx, { claim, signedIn, name: parsePersonName(name), locale, now });
    if (!outcome.ok) return outcome;
    const { personId } = outcome.value;
    await saveEmailVerified(tx, personId, now);
    return accept(await recordTokenSession(tx, personId, realNowAt(), replacedToken));
  });
  return joined.ok ? joined.value : joined;
}

/** Accepts one's own invitation without its link: the address was proved before. */
export async function acceptOwn(
  invitationId: string,
  signedIn: SignedIn,
  locale: Locale,
): Promise<Outcome<void, Refusal>> {
  const joining = { claim: { invitationId }, signedIn, name: parsePersonName(''), locale, now: nowAt() };
  const joined = await write((tx) => join(tx, joining));
  if (!joined.ok) return joined;
  return joined.value.ok ? accept(undefined) : joined.value;
}
