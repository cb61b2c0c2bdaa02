import type Stripe from 'stripe';
import type { ChargeRequest, ChargeResult, DeclineCode } from '@/lib/server/payment/port';
import { toStripeAmount } from './amount';
import { stripeClient } from './client';
import { answerOf, isAway, isStripeError, type StripeError } from './errors';
import { readToken } from './token';

const KEY = 'charge_key';
/** Refusals for good of a request that is well made: the card is gone there, or the amount is too small for it. */
const NOT_CHARGEABLE: readonly (string | undefined)[] = ['resource_missing', 'amount_too_small', 'amount_too_large'];

/** Takes money from a saved card while its owner is not there. */
export async function charge({ token, amount, idempotencyKey }: ChargeRequest): Promise<ChargeResult> {
  const card = readToken(token);
  const sent = toStripeAmount(amount);
  if (!card || sent === undefined) return declined('card_declined');
  const earlier = await answerOf(findEarlier(card.customer, idempotencyKey));
  if (isStripeError(earlier)) return resultOfError(earlier);
  if (earlier) return resultOf(earlier);
  const { paymentIntents } = stripeClient();
  const answer = await answerOf(
    paymentIntents.create(
      {
        amount: sent,
        currency: amount.currency.toLowerCase(),
        customer: card.customer,
        payment_method: card.paymentMethod,
        allowed_payment_method_types: ['card'],
        off_session: true,
        confirm: true,
        metadata: { [KEY]: idempotencyKey },
      },
      { idempotencyKey },
    ),
  );
  return isStripeError(answer) ? resultOfError(answer) : resultOf(answer);
}

/** Stripe forgets an idempotency key after a day, and a charge that nobody has heard of may be asked for later. */
async function findEarlier(customer: string, key: string): Promise<Stripe.PaymentIntent | undefined> {
  const { data } = await stripeClient().paymentIntents.list({ customer, limit: 100 });
  return data.find(({ metadata }) => metadata[KEY] === key);
}

function resultOf({ id, status, last_payment_error: error }: Stripe.PaymentIntent): ChargeResult {
  if (status === 'succeeded') return { outcome: 'succeeded', reference: id };
  // Some banks take a day over it: that ends as an approval does, in money or not.
  if (status === 'requires_action' || status === 'processing') return { outcome: 'needs_action', reference: id };
  const reason = reasonOf(error ?? {});
  return reason === 'authentication_required' ? { outcome: 'needs_action', reference: id } : declined(reason);
}

function resultOfError(error: StripeError): ChargeResult {
  if (error.rawType === 'card_error') {
    return error.payment_intent ? resultOf(error.payment_intent) : declined(reasonOf(error));
  }
  if (NOT_CHARGEABLE.includes(error.code)) return declined('card_declined');
  if (isAway(error)) return { outcome: 'unanswered' };
  throw error;
}

type Refusal = { readonly code?: string | undefined; readonly decline_code?: string | undefined };

function reasonOf({ code, decline_code }: Refusal): DeclineCode {
  const told = [code, decline_code];
  if (told.includes('authentication_required')) return 'authentication_required';
  if (told.includes('expired_card')) return 'card_expired';
  return told.includes('insufficient_funds') ? 'insufficient_funds' : 'card_declined';
}

function declined(declineCode: DeclineCode): ChargeResult {
  return { outcome: 'declined', declineCode };
}
