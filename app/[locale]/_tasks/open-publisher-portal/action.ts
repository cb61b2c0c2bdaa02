'use server';

import { z } from 'zod';
import { findBillingProfileId } from '@/db/subscriptions';
import { permissionFor } from '@/lib/domain/subscription-states';
import { portalAction } from '@/lib/server/action';
import { handOverPath, keepHandOver } from '@/lib/server/hand-over';
import { openPublisherPortal as openPortal } from '@/lib/server/open-publisher-portal';

/** Makes a purchase token, gives it to this browser for a minute, and leads to the page that hands the reader over. */
export const openPublisherPortal = portalAction({
  permission: permissionFor('open_publisher_portal'),
  input: z.strictObject({
    subscription: z.string().max(64),
    wish: z.enum(['manage', 'assign_licenses']),
    key: z.uuid(),
  }),
  find: async ({ scope }, { subscription }) => {
    const billingProfileId = await findBillingProfileId(scope, subscription);
    return billingProfileId === undefined ? undefined : { billingProfileId };
  },
  run: async ({ reader, input: { subscription, wish }, place, now }) => {
    const opened = await openPortal(reader.scope, { subscriptionId: subscription, wish, now });
    if (!opened.ok) return { errors: [{ field: null, code: opened.refusal }] };
    await keepHandOver(place.locale, opened.value);
    return { goTo: handOverPath(place.locale) };
  },
});
