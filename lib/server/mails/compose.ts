import type { OutboxEvent, Unsent } from '@/db/outbox';
import type { JobScope } from '@/db/scope';
import type { Mail } from '@/lib/server/mail';
import { composeInvitation } from './invitation';
import { composeMagicLink } from './magic-link';
import { composeMemberMail } from './member';
import { composeNotice } from './notice';
import { composeProfileRole } from './profile-role';
import { composeReceipt } from './receipt';

/** A message ready to go, or why none has to. */
export type Composed = Omit<Mail, 'id'> | { readonly unsent: Unsent };

type MailEvent = Extract<OutboxEvent, { kind: `${string}_mail` }>;

/** The message an event asks for. */
export async function composeMail(scope: JobScope, event: MailEvent, composedAt: number): Promise<Composed> {
  switch (event.kind) {
    case 'magic_link_mail':
      return composeMagicLink(event.payload, composedAt);
    case 'receipt_mail':
      return composeReceipt(scope, event.payload);
    case 'invitation_mail':
      return composeInvitation(scope, event.payload, composedAt);
    case 'member_mail':
      return composeMemberMail(event.payload);
    case 'profile_role_mail':
      return composeProfileRole(event.payload);
    case 'notice_mail':
      return composeNotice(scope, event.payload, composedAt);
  }
}
