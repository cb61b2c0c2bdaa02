import Stripe from 'stripe';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { ApprovalRequest, ApprovalResult, SetupRefusal } from '@/lib/server/payment/port';
import { stripeClient } from './client';
import { answerOf, isAway, isStripeError, type StripeError } from './errors';

/** Leads to where the bank asks its customer; straight back where there is nothing to approve any more. */
export async function openApproval({
  reference,
  idempotencyKey,
  returnUrl,
}: ApprovalRequest): Promise<Outcome<{ readonly url: string }, SetupRefusal>> {
  const { paymentIntents } = stripeClient();
  const intent = await answerOf(paymentIntents.retrieve(reference));
  if (isStripeError(intent)) return refuseOrThrow(intent);
  const open = intent.next_action?.redirect_to_url;
  if (open?.url && open.return_url === returnUrl) return accept({ url: open.url });
  if (!isApprovable(intent)) return accept({ url: returnUrl });
  const method = intent.payment_method ?? intent.last_payment_error?.payment_method ?? '';
  const asked = { payment_method: typeof method === 'string' ? method : method.id, return_url: returnUrl };
  const confirmed = await answerOf(paymentIntents.confirm(reference, asked, { idempotencyKey }));
  if (!isStripeError(confirmed)) return accept({ url: confirmed.next_action?.redirect_to_url?.url ?? returnUrl });
  // Declined, or decided meanwhile: what came of it is asked on the way back.
  const isDecided =
    confirmed instanceof Stripe.errors.StripeCardError || confirmed.code === 'payment_intent_unexpected_state';
  return isDecided ? accept({ url: returnUrl }) : refuseOrThrow(confirmed);
}

/** What came of it. A charge that Stripe does not know was never taken. */
export async function findApproval(reference: string): Promise<Outcome<ApprovalResult, SetupRefusal>> {
  const intent = await answerOf(stripeClient().paymentIntents.retrieve(reference));
  if (!isStripeError(intent)) return accept(resultOf(intent));
  return intent.code === 'resource_missing' ? accept('declined') : refuseOrThrow(intent);
}

function resultOf(intent: Stripe.PaymentIntent): ApprovalResult {
  if (intent.status === 'succeeded') return 'succeeded';
  return intent.status === 'processing' || isApprovable(intent) ? 'open' : 'declined';
}

/** Waits for the payer, whether or not a visit was opened; a visit that failed says another reason. */
function isApprovable({ status, last_payment_error: error }: Stripe.PaymentIntent): boolean {
  if (status !== 'requires_payment_method') return status === 'requires_action';
  return [error?.code, error?.decline_code].includes('authentication_required');
}

function refuseOrThrow(error: StripeError): Outcome<never, SetupRefusal> {
  if (isAway(error)) return refuse('provider_away');
  throw error;
}
