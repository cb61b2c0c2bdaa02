'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { removeMember as remove } from '@/db/member-changes';
import { findMember } from '@/db/members';
import { findEffectOfKey } from '@/db/receipts';
import { decideRemoval } from '@/lib/domain/team';
import { portalAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';

/** Removes a member, with their roles on the organization's billing profiles, and ends their sessions. */
export const removeMember = portalAction({
  permission: 'organization.manage_members',
  stepUp: true,
  input: z.strictObject({ key: z.uuid(), person: z.string().max(64) }),
  find: async ({ scope }, { key, person }) => {
    const [member, done] = await Promise.all([findMember(scope, person), findEffectOfKey(scope, key)]);
    return member || done ? { billingProfileId: null, member, done } : undefined;
  },
  run: async ({ reader, input: { key }, subject: { member, done }, place, now }) => {
    // Sent twice: the member is gone, and the first time has left its receipt.
    if (!member) return { goTo: `/${place.locale}/receipts/${done?.id}` };
    const decided = decideRemoval(member, { isSelf: member.personId === reader.session.personId });
    if (!decided.ok) return { errors: [{ field: null, code: decided.refusal }] };
    const saved = await remove(reader.scope, { key, member, now });
    if (saved === 'stale') return { errors: [{ field: null, code: 'changed_meanwhile' }] };
    if (!saved.ok) return { errors: [{ field: null, code: saved.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${saved.value}` };
  },
});
