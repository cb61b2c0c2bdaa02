import { z } from 'zod';
import { isSecureOrigin } from './setting-checks';

/** The account at Stripe that takes the cards. */
export type StripeSettings = {
  readonly secretKey: string;
  /** What Stripe signs its events with. */
  readonly webhookSecret: string;
  /** Origin of the API where it is not Stripe's own, without a slash at its end. */
  readonly apiOrigin: string | undefined;
  /** Origin of the page for cards where it is not at Stripe's own domain, likewise. */
  readonly checkoutOrigin: string | undefined;
};

/** The settings that say whose account it is. */
export const stripeShape = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[rs]k_\w+$/)
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/)
    .optional(),
  STRIPE_CHECKOUT_URL: z.string().refine(isSecureOrigin).optional(),
  STRIPE_API_URL: z.string().refine(isSecureOrigin).optional(),
};

/** One is of no use without the other. */
export const neededOfStripe = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

type Given = Partial<Record<keyof typeof stripeShape, string | undefined>>;

/** The account as it was set; undefined where none was. */
export function readStripe(all: Given): StripeSettings | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = all;
  if (!secretKey || !webhookSecret) return undefined;
  const { STRIPE_API_URL: api, STRIPE_CHECKOUT_URL: checkout } = all;
  const originOf = (url: string | undefined) => url && new URL(url).origin;
  return { secretKey, webhookSecret, apiOrigin: originOf(api), checkoutOrigin: originOf(checkout) };
}
