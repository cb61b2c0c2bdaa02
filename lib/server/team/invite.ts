import type { ActRefusal } from '@/db/acts';
import { type InviteRefusal, saveInvitation } from '@/db/invitation-changes';
import type { OrgScope } from '@/db/scope';
import { type EmailRefusal, parseEmail } from '@/lib/domain/email-address';
import { hasMixedScripts } from '@/lib/domain/mixed-scripts';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { CURRENT_POLICY } from '@/lib/domain/policies';
import type { OrganizationRole } from '@/lib/domain/roles';
import { hashSecretToken, newSecretToken } from '@/lib/server/sign-in/secret-token';

const LIFE_MS = CURRENT_POLICY.invitationDays * 24 * 60 * 60_000;

type Inviting = {
  /** Minted when the form was rendered. */
  readonly key: string;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly now: number;
};

/** Invites an address as `parseInvitedEmail` gives it; the link in its mail works once, for seven days. */
export async function inviteMember(
  scope: OrgScope,
  { now, ...inviting }: Inviting,
): Promise<Outcome<string, ActRefusal | InviteRefusal | 'changed_meanwhile'>> {
  const token = newSecretToken();
  const saved = await saveInvitation(scope, {
    ...inviting,
    tokenHash: hashSecretToken(token),
    linkPath: `/sign-in/invitation?token=${token}`,
    expiresAt: now + LIFE_MS,
    now,
  });
  return saved === 'stale' ? refuse('changed_meanwhile') : saved;
}

/** An address as somebody types it for somebody else: what mixes scripts may be an imitation of the one they mean. */
export function parseInvitedEmail(typed: string): Outcome<string, EmailRefusal | 'email_mixed_scripts'> {
  const email = parseEmail(typed);
  if (!email.ok) return email;
  return hasMixedScripts(email.value) ? refuse('email_mixed_scripts') : accept(email.value);
}
