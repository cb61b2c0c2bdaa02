import { after } from 'next/server';
import { activationRequest } from '@/lib/fulfilment/requests';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { activateSubscription } from '@/lib/server/life/activate';
import { subscriptionCall } from '@/lib/server/publisher-call';

/** The app is set up: billing starts. A first payment that fails leaves the subscription suspended, and is a 200 too. */
export const POST = subscriptionCall({
  input: activationRequest,
  run: async ({ scope, subscription, input: agreed, now }) => {
    const activated = await activateSubscription(scope, { subscriptionId: subscription.id, agreed, now });
    if (activated.ok) {
      after(drainOutbox);
      return new Response(null, { status: 200 });
    }
    switch (activated.refusal) {
      case 'subscription_ended':
        return 'not_found';
      case 'invalid_transition':
        return 'already_active';
      case 'stale':
        return 'busy';
      default:
        return activated.refusal;
    }
  },
});
