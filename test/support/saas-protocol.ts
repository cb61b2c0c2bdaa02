import { z } from 'zod';

const instant = z.iso.datetime();
const seats = z.int().min(1);

const person = z.strictObject({
  emailId: z.email(),
  objectId: z.uuid(),
  tenantId: z.uuid(),
  puid: z.string().regex(/^[\dA-F]{16}$/),
});

/** Without days until it is activated. */
const term = z.union([
  z.strictObject({ termUnit: z.enum(['P1M', 'P1Y', 'P2Y', 'P3Y']) }),
  z.strictObject({ termUnit: z.enum(['P1M', 'P1Y', 'P2Y', 'P3Y']), startDate: instant, endDate: instant }),
]);

const subscription = z.strictObject({
  id: z.uuid(),
  publisherId: z.string().min(1),
  offerId: z.string().min(1),
  name: z.string().min(1),
  saasSubscriptionStatus: z.enum(['PendingFulfillmentStart', 'Subscribed', 'Suspended', 'Unsubscribed']),
  beneficiary: person,
  purchaser: person,
  planId: z.string().min(1),
  /** Absent where the plan is flat. */
  quantity: seats.optional(),
  term,
  autoRenew: z.boolean(),
  isTest: z.boolean(),
  isFreeTrial: z.boolean(),
  allowedCustomerOperations: z.array(z.enum(['Read', 'Update', 'Delete'])),
  sandboxType: z.literal('None'),
  sessionMode: z.literal('None'),
  created: instant,
  lastModified: instant,
});

/** What each call that is served answers, as clients of the protocol read it: nothing less, and nothing they do not know. */
export const PROTOCOL = {
  Subscription: subscription,
  ResolvedSubscription: z.strictObject({
    id: z.uuid(),
    subscriptionName: z.string().min(1),
    offerId: z.string().min(1),
    planId: z.string().min(1),
    quantity: seats.optional(),
    subscription,
  }),
  AccessToken: z.strictObject({
    token_type: z.literal('Bearer'),
    expires_in: z.int().min(1).max(3600),
    access_token: z.string().min(1),
  }),
  Refusal: z.strictObject({ error: z.strictObject({ code: z.string().min(1), message: z.string().min(1) }) }),
} as const;
