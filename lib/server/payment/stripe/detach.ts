import { stripeClient } from './client';
import { answerOf, isStripeError } from './errors';
import { readToken } from './token';

/** Takes a card off its customer, for good; nothing where that is done, or where another provider has the card. */
export async function detach(token: string): Promise<void> {
  const card = readToken(token);
  if (!card) return;
  const { paymentMethods } = stripeClient();
  const { paymentMethod: id } = card;
  const found = await answerOf(paymentMethods.retrieve(id));
  if (isStripeError(found)) {
    if (found.code === 'resource_missing') return;
    throw found;
  }
  if (found.customer !== null) await paymentMethods.detach(id, {}, { idempotencyKey: `${id}:detach` });
}
