import { settings } from '@/lib/env';

/**
 * Where readers give their cards, undefined where nobody takes any. What `form-action` of the CSP must allow, since
 * browsers apply it to the redirect after our form, too.
 */
export function paymentPageOrigin(): string | undefined {
  return settings().paymentPage?.origin;
}
