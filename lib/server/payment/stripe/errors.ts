import Stripe from 'stripe';

export type StripeError = InstanceType<typeof Stripe.errors.StripeError>;

const { StripeAPIError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;

/** What Stripe answers, or its error as a value. Whatever else is thrown is a defect, and thrown on. */
export async function answerOf<Value>(asked: Promise<Value>): Promise<Value | StripeError> {
  try {
    return await asked;
  } catch (error) {
    if (isStripeError(error)) return error;
    throw error;
  }
}

export function isStripeError(answer: unknown): answer is StripeError {
  return answer instanceof Stripe.errors.StripeError;
}

/** No answer, or none that says what became of the request: it may be asked again. */
export function isAway(error: StripeError): boolean {
  const isUnsaid = [StripeConnectionError, StripeAPIError, StripeRateLimitError].some((kind) => error instanceof kind);
  // The same key is being answered at this moment.
  return isUnsaid || error.statusCode === 409;
}
