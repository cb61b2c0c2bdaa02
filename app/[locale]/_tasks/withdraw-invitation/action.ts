'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { withdrawInvitation as withdraw } from '@/db/invitation-changes';
import { findOpenInvitation } from '@/db/invitations';
import { findEffectOfKey } from '@/db/receipts';
import { portalAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';

/** The invitation's link no longer works. */
export const withdrawInvitation = portalAction({
  permission: 'organization.manage_members',
  input: z.strictObject({ key: z.uuid(), invitation: z.string().max(64) }),
  find: async ({ scope }, { key, invitation: id }) => {
    const [invitation, done] = await Promise.all([findOpenInvitation(scope, id), findEffectOfKey(scope, key)]);
    return invitation || done ? { billingProfileId: null, invitation, done } : undefined;
  },
  run: async ({ reader, input: { key }, subject: { invitation, done }, place, now }) => {
    // Sent twice: the invitation is gone, and the first time has left its receipt.
    if (!invitation) return { goTo: `/${place.locale}/receipts/${done?.id}` };
    const saved = await withdraw(reader.scope, { key, invitation, now });
    if (saved === 'stale') return { errors: [{ field: null, code: 'changed_meanwhile' }] };
    if (!saved.ok) return { errors: [{ field: null, code: saved.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${saved.value}` };
  },
});
