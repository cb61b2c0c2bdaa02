import { afterAll, vi } from 'vitest';
import { newId } from '@/db/ids';
import { stripe } from '@/lib/server/payment/stripe/stripe';
import { requireAccepted } from './database';
import type { StripeCardId } from './stripe-account';
import { startStripeServer } from './stripe-server';

/** A stand-in for Stripe that the settings of this test file lead to. */
export const stripeServer = await startStripeServer();
afterAll(stripeServer.stop);
for (const [name, value] of Object.entries(stripeServer.env)) vi.stubEnv(name, value);

/** Presses a button of one of its pages, as a browser without scripts does. Answers where that leads. */
export async function choose(url: string, button: string): Promise<string | null> {
  const body = new URLSearchParams({ choose: button });
  return (await fetch(url, { method: 'POST', redirect: 'manual', body })).headers.get('location');
}

export const back = 'http://localhost:3000/sv-SE/billing?setup=one&at=two#step';

/** What a visit for a card is asked with, under a key of its own. */
export function newVisit() {
  const payer = 'Nordlys Bygg AB, Kontoret';
  return { idempotencyKey: newId(), locale: 'sv-SE', payer, returnUrl: back, cancelUrl: `${back}-left` } as const;
}

/** A card given at Stripe's page. Answers its token. */
export async function giveStripeCard(card: StripeCardId): Promise<string> {
  const { id, url } = requireAccepted(await stripe.openSetup(newVisit()));
  await choose(url, card);
  const found = requireAccepted(await stripe.findSetupResult(id));
  if (found.status !== 'complete') throw new Error(`no card was given: ${found.status}`);
  return found.card.token;
}
