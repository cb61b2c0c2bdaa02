import Stripe from 'stripe';
import { settings } from '@/lib/env';

const PATIENCE_MS = 10_000;
const RETRIES = 2;

let made: Stripe | undefined;

/** The line to the account of the settings. Throws where none was set. */
export function stripeClient(): Stripe {
  made ??= makeClient();
  return made;
}

function makeClient(): Stripe {
  const { stripe } = settings();
  if (!stripe) throw new Error('No account at Stripe was set');
  const config = { maxNetworkRetries: RETRIES, timeout: PATIENCE_MS, telemetry: false };
  return new Stripe(stripe.secretKey, { ...config, ...addressOf(stripe.apiOrigin) });
}

/** Nothing for Stripe itself, whose address the SDK knows. */
function addressOf(apiOrigin: string | undefined) {
  if (apiOrigin === undefined) return {};
  const { protocol, hostname, port } = new URL(apiOrigin);
  const host = hostname.replaceAll(/[[\]]/g, '');
  return protocol === 'http:'
    ? ({ protocol: 'http', host, port: port || 80 } as const)
    : ({ protocol: 'https', host, port: port || 443 } as const);
}
