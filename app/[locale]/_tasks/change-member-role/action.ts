'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { saveMemberRole } from '@/db/member-changes';
import { findMember } from '@/db/members';
import { ORGANIZATION_ROLES } from '@/lib/domain/roles';
import { decideRoleChange } from '@/lib/domain/team';
import { portalAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';

const role = z.enum(ORGANIZATION_ROLES);

/** Gives a member another role. `from` is the role that the form showed. */
export const changeMemberRole = portalAction({
  permission: 'organization.manage_members',
  stepUp: true,
  input: z.strictObject({ key: z.uuid(), person: z.string().max(64), from: role, role }),
  find: async ({ scope }, { person }) => {
    const member = await findMember(scope, person);
    return member && { billingProfileId: null, member };
  },
  run: async ({ reader, input, subject, place, now }) => {
    const { key, from } = input;
    const member = { ...subject.member, role: from };
    const decided = decideRoleChange(member, input.role);
    if (!decided.ok) return { errors: [{ field: 'role', code: decided.refusal }] };
    const saved = await saveMemberRole(reader.scope, { key, member, role: decided.value, now });
    if (saved === 'stale') return { errors: [{ field: null, code: 'changed_meanwhile' }] };
    if (!saved.ok) return { errors: [{ field: null, code: saved.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${saved.value}` };
  },
});
