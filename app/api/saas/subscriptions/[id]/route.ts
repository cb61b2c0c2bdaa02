import { z } from 'zod';
import { toWireSubscription } from '@/lib/fulfilment/subscription';
import { subscriptionCall } from '@/lib/server/publisher-call';

/** One subscription as it is now. */
export const GET = subscriptionCall({
  input: z.object({}),
  run: async ({ subscription }) => Response.json(toWireSubscription(subscription)),
});
