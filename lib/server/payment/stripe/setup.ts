import type Stripe from 'stripe';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Locale } from '@/lib/i18n/locales';
import type { Setup, SetupRefusal, SetupRequest, SetupResult } from '@/lib/server/payment/port';
import { toCard } from './card';
import { stripeClient } from './client';
import { detach } from './detach';
import { answerOf, isAway, isStripeError } from './errors';
import { toToken } from './token';

const LONGEST_NAME = 256;

/** Languages of Stripe's page: https://docs.stripe.com/js/appendix/supported_locales */
const LANGUAGES =
  'bg cs da de el en es et fi fil fr hr hu id it ja ko lt lv ms mt nb nl pl pt ro ru sk sl sv th tr vi zh'.split(' ');

/** A visit to Stripe's page for a card of a new customer, so that no payer is charged by another's card. */
export async function openSetup(request: SetupRequest): Promise<Outcome<Setup, SetupRefusal>> {
  const session = await answerOf(createSession(request));
  if (isStripeError(session)) {
    if (isAway(session)) return refuse('provider_away');
    throw session;
  }
  return session.url === null ? refuse('provider_away') : accept({ id: session.id, url: session.url });
}

async function createSession({ idempotencyKey, locale, payer, returnUrl, cancelUrl }: SetupRequest) {
  const { customers, checkout } = stripeClient();
  const who = { name: payer.slice(0, LONGEST_NAME) };
  const customer = await customers.create(who, { idempotencyKey: `${idempotencyKey}:customer` });
  return checkout.sessions.create(
    {
      mode: 'setup',
      customer: customer.id,
      allowed_payment_method_types: ['card'],
      locale: languageOf(locale),
      success_url: returnUrl,
      cancel_url: cancelUrl,
    },
    { idempotencyKey },
  );
}

/** The browser's own, where Stripe's page does not speak the reader's. */
function languageOf(locale: Locale): string {
  const { language } = new Intl.Locale(locale);
  return LANGUAGES.includes(language) ? language : 'auto';
}

/** What came of a visit. */
export async function findSetupResult(id: string): Promise<Outcome<SetupResult, SetupRefusal>> {
  const session = await answerOf(retrieveSession(id));
  if (!isStripeError(session)) return accept(resultOf(session));
  if (isAway(session)) return refuse('provider_away');
  if (session.code === 'resource_missing') return accept({ status: 'gone' });
  throw session;
}

/** A card is attached to its customer as soon as it is given, and a visit could be gone on with for a day. */
export async function closeSetup(id: string): Promise<void> {
  const session = await answerOf(retrieveSession(id));
  if (isStripeError(session)) {
    if (session.code === 'resource_missing') return;
    throw session;
  }
  const result = resultOf(session);
  if (result.status === 'open')
    await stripeClient().checkout.sessions.expire(id, {}, { idempotencyKey: `${id}:expire` });
  if (result.status === 'complete') await detach(result.card.token);
}

function retrieveSession(id: string) {
  return stripeClient().checkout.sessions.retrieve(id, { expand: ['setup_intent.payment_method'] });
}

function resultOf({ status, customer, setup_intent: intent }: Stripe.Checkout.Session): SetupResult {
  if (status === 'open') return { status: 'open' };
  const method = typeof intent === 'object' ? intent?.payment_method : undefined;
  const isGiven = status === 'complete' && typeof customer === 'string' && typeof method === 'object';
  if (!isGiven || !method?.card) return { status: 'gone' };
  return {
    status: 'complete',
    card: { ...toCard(method.card), token: toToken({ customer, paymentMethod: method.id }) },
  };
}
