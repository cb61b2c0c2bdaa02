import { settings } from '@/lib/env';

const CHECKOUT = 'https://checkout.stripe.com';
/** Stripe's page around the bank's own, which it shows in a frame. */
const APPROVAL = 'https://hooks.stripe.com';

/** Where readers give their cards, undefined where nobody takes any. */
export function paymentPageOrigin(): string | undefined {
  const { stripe, paymentPage } = settings();
  return stripe ? (stripe.apiOrigin ?? CHECKOUT) : paymentPage?.origin;
}

/**
 * Where a form of ours may lead for a card or an approval. What `form-action` of the CSP must allow, since browsers
 * apply it to the redirect after our form, too.
 */
export function paymentFormOrigins(): readonly string[] {
  const page = paymentPageOrigin();
  return page === undefined ? [] : page === CHECKOUT ? [page, APPROVAL] : [page];
}
