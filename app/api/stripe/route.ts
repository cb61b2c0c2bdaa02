import { settings } from '@/lib/env';
import { nowAt } from '@/lib/server/clock';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import { readStripeEvent } from '@/lib/server/payment/stripe/event';
import { readBody } from '@/lib/server/request-body';

const MAX_OCTETS = 262_144;

/** What Stripe tells unasked. Its signature alone says that it is Stripe; an answer of 200 ends its tries. */
export async function POST(request: Request): Promise<Response> {
  const { stripe } = settings();
  if (!stripe) return new Response(null, { status: 404 });
  const body = await readBody(request, MAX_OCTETS);
  if (!body.ok) return new Response(null, { status: 413 });
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = readStripeEvent(body.value, signature, stripe.webhookSecret);
  if (!event.ok) return new Response(null, { status: 400 });
  if (event.value) await answerProviderEvent(event.value, nowAt());
  return new Response(null, { status: 200 });
}
