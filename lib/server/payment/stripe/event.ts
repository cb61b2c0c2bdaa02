import Stripe from 'stripe';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { ProviderEvent } from '@/lib/server/payment/provider-event';

/** What a signed event tells us; undefined for one that concerns nothing here. `signature` is its header. */
export function readStripeEvent(
  body: string,
  signature: string,
  secret: string,
): Outcome<ProviderEvent | undefined, 'not_signed'> {
  const event = verify(body, signature, secret);
  return event ? accept(toProviderEvent(event)) : refuse('not_signed');
}

/** Undefined where the signature is another's, or older than five minutes. */
function verify(body: string, signature: string, secret: string): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
    throw error;
  }
}

function toProviderEvent(event: Stripe.Event): ProviderEvent | undefined {
  switch (event.type) {
    case 'payment_intent.succeeded':
      return { kind: 'charge_settled', reference: event.data.object.id };
    case 'charge.dispute.created': {
      const intent = event.data.object.payment_intent;
      const reference = typeof intent === 'string' ? intent : intent?.id;
      return reference === undefined ? undefined : { kind: 'charge_disputed', reference };
    }
    default:
      return undefined;
  }
}
