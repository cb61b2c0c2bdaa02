import type { OutboxEvent } from '@/db/outbox';
import type { JobScope } from '@/db/scope';
import type { Mail } from '@/lib/server/mail';
import { composeMagicLink } from './magic-link';
import { composeProfileRole } from './profile-role';
import { composeReceipt } from './receipt';

/** A message ready to go, or why none has to. */
export type Composed = Omit<Mail, 'id'> | { readonly unsent: 'expired' | 'nobody' };

/** The message an event asks for. */
export async function composeMail(scope: JobScope, event: OutboxEvent, composedAt: number): Promise<Composed> {
  switch (event.kind) {
    case 'magic_link_mail':
      return composeMagicLink(event.payload, composedAt);
    case 'receipt_mail':
      return composeReceipt(scope, event.payload);
    case 'profile_role_mail':
      return composeProfileRole(event.payload);
  }
}
