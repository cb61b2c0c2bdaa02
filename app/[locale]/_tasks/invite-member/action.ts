'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { ORGANIZATION_ROLES } from '@/lib/domain/roles';
import { portalAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { inviteMember as invite, parseInvitedEmail } from '@/lib/server/team/invite';

/** Sends an invitation, or sends it again: an earlier one of the same address no longer works. */
export const inviteMember = portalAction({
  permission: 'organization.manage_members',
  stepUp: true,
  input: z.strictObject({ key: z.uuid(), email: z.string(), role: z.enum(ORGANIZATION_ROLES) }),
  find: async () => ({ billingProfileId: null }),
  run: async ({ reader, input: { key, role, ...input }, place, now }) => {
    const email = parseInvitedEmail(input.email);
    if (!email.ok) return { errors: [{ field: 'email', code: email.refusal }] };
    const invited = await invite(reader.scope, { key, email: email.value, role, now });
    if (!invited.ok) {
      const field = invited.refusal === 'already_member' ? 'email' : null;
      return { errors: [{ field, code: invited.refusal }] };
    }
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${invited.value}` };
  },
});
