'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { findBillingProfile } from '@/db/billing-profiles';
import { PROFILE_ROLES } from '@/lib/domain/roles';
import { portalAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { decideRoleOf, giveRole } from '@/lib/server/profile-roles';
import { ownRoleAddress } from './own-role';

const NONE = 'none';
const roleOrNone = z.enum([...PROFILE_ROLES, NONE]).transform((role) => (role === NONE ? null : role));

/** Gives, changes or takes a role on a billing profile. Who gives up being owner is first shown what that means. */
export const manageProfileRole = portalAction({
  permission: 'profile.grant_roles',
  stepUp: true,
  input: z.strictObject({
    profile: z.string().max(64),
    key: z.uuid(),
    person: z.string().max(64).default(''),
    role: roleOrNone,
    seen: roleOrNone,
    confirmed: z.enum(['yes', 'no']).default('no'),
  }),
  find: async ({ scope }, input) => {
    const profile = await findBillingProfile(scope, input.profile);
    return profile && { billingProfileId: profile.id, profile };
  },
  run: async ({ reader, input: { key, person, role, seen, confirmed }, subject: { profile }, place, now }) => {
    if (person === '') return { errors: [{ field: 'person', code: 'person_missing' as const }] };
    const wish = { personId: person, role, seen };
    const isOwn = person === reader.session.personId && seen === 'owner';
    if (isOwn && confirmed === 'no') {
      const decided = await decideRoleOf(reader.scope, { profile, wish });
      if (!decided.ok) return { errors: [{ field: null, code: decided.refusal }] };
      return { goTo: ownRoleAddress(place.here, role) };
    }
    const given = await giveRole(reader.scope, { key, profile, wish, now });
    if (!given.ok) return { errors: [{ field: null, code: given.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${given.value}` };
  },
});
