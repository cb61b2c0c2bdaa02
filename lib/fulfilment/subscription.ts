import type { PublishedSubscription } from '@/db/published-subscriptions';
import { addDays } from '@/lib/domain/days';
import type { SubscriptionState } from '@/lib/domain/subscription-states';
import { uuidOf } from './identifiers';

const STATUS = {
  pending_activation: 'PendingFulfillmentStart',
  active: 'Subscribed',
  active_ending: 'Subscribed',
  past_due: 'Suspended',
  past_due_ending: 'Suspended',
  disabled: 'Unsubscribed',
} as const satisfies Record<SubscriptionState, string>;

const RENEWS: readonly SubscriptionState[] = ['pending_activation', 'active', 'past_due'];

/** A subscription in the protocol's form. `quantity` is absent when flat; the term has days from its activation on. */
export function toWireSubscription(subscription: PublishedSubscription) {
  const { state, plan, offer, quantity, purchasedAt, changedAt } = subscription;
  const buyer = toWirePerson(subscription);
  return {
    id: subscription.fulfilmentId,
    publisherId: subscription.publisherId,
    offerId: offer.id,
    name: offer.name,
    saasSubscriptionStatus: STATUS[state],
    beneficiary: buyer,
    purchaser: buyer,
    planId: plan.id,
    ...(quantity === null ? {} : { quantity }),
    term: toWireTerm(subscription),
    autoRenew: plan.renews && RENEWS.includes(state),
    isTest: false,
    isFreeTrial: false,
    allowedCustomerOperations: ['Read', 'Update', 'Delete'],
    sandboxType: 'None',
    sessionMode: 'None',
    created: new Date(purchasedAt).toISOString(),
    lastModified: new Date(changedAt).toISOString(),
  };
}

/** The answer to a purchase token. */
export function toWireResolution(subscription: PublishedSubscription) {
  const { fulfilmentId, offer, plan, quantity } = subscription;
  return {
    id: fulfilmentId,
    subscriptionName: offer.name,
    offerId: offer.id,
    planId: plan.id,
    ...(quantity === null ? {} : { quantity }),
    subscription: toWireSubscription(subscription),
  };
}

/** The protocol counts the last day in; our period ends before its last. */
function toWireTerm({ plan, periodStart, periodEnd }: PublishedSubscription) {
  if (periodStart === null || periodEnd === null) return { termUnit: plan.term };
  const midnight = (day: string) => `${day}T00:00:00Z`;
  return { startDate: midnight(periodStart), endDate: midnight(addDays(periodEnd, -1)), termUnit: plan.term };
}

function toWirePerson({ organizationId, purchaser }: PublishedSubscription) {
  const tenantId = uuidOf(organizationId);
  if (!purchaser) return { tenantId };
  const objectId = uuidOf(purchaser.id);
  return {
    emailId: purchaser.email,
    objectId,
    tenantId,
    puid: objectId.replaceAll('-', '').slice(0, 16).toUpperCase(),
  };
}
