import { settings } from '@/lib/env';

const CHECKOUT = 'https://checkout.stripe.com';
/** Stripe's page around the bank's own, which it shows in a frame. */
const APPROVAL = 'https://hooks.stripe.com';

/** Where readers give their cards, undefined where nobody takes any. */
export function paymentPageOrigin(): string | undefined {
  const { stripe, paymentPage } = settings();
  return stripe ? (stripe.apiOrigin ?? stripe.checkoutOrigin ?? CHECKOUT) : paymentPage?.origin;
}

/**
 * Where a form of ours may lead for a card or an approval. What `form-action` of the CSP must allow, since browsers
 * apply it to the redirect after our form, too. Stripe's own domain stands in where one's own is not in use yet.
 */
export function paymentFormOrigins(): readonly string[] {
  const page = paymentPageOrigin();
  if (page === undefined) return [];
  const { stripe } = settings();
  const isAtStripe = stripe !== undefined && stripe.apiOrigin === undefined;
  return isAtStripe ? [...new Set([page, CHECKOUT, APPROVAL])] : [page];
}
