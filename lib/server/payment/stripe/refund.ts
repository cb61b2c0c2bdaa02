import { stripeClient } from './client';
import { answerOf, isStripeError } from './errors';

/** Gives a whole charge back; one that took no money yet is called off. Throws where Stripe does neither. */
export async function refund(reference: string, idempotencyKey: string): Promise<void> {
  const { paymentIntents, refunds } = stripeClient();
  const { status } = await paymentIntents.retrieve(reference);
  if (status === 'canceled') return;
  if (status !== 'succeeded' && status !== 'processing') {
    await paymentIntents.cancel(reference, {}, { idempotencyKey: `${idempotencyKey}:cancel` });
    return;
  }
  const answer = await answerOf(refunds.create({ payment_intent: reference }, { idempotencyKey }));
  if (isStripeError(answer) && answer.code !== 'charge_already_refunded') throw answer;
}
