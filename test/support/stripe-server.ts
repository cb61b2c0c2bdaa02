import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';
import { portOf } from './port-of';
import { openStripeAccount, type StripeAccount } from './stripe-account';
import { answerStripe, type StripeAnswer } from './stripe-api';
import { showStripePage } from './stripe-pages';

const secretKey = 'sk_test_onlyfortests';
export const stripeWebhookSecret = 'whsec_onlyfortests';

export type StripeServer = {
  readonly account: StripeAccount;
  /** What the site's settings need. */
  readonly env: Readonly<Record<string, string>>;
  /** `POST /v1/refunds`, `GET …`, in order, without those that were repeated by their key. */
  readonly calls: readonly string[];
  /** The next calls that change something: done but never answered, or refused before anything is done. */
  readonly fail: (how: 'unanswered' | 'unavailable', times: number) => void;
  /** As after a day: a key that was used is new again. */
  readonly forgetKeys: () => void;
  readonly stop: () => Promise<void>;
};

type Kept = { readonly asked: string; readonly answer: StripeAnswer };

/** A stand-in for Stripe on a free loopback port: its API as the SDK speaks it, and its pages for browsers. */
export async function startStripeServer(): Promise<StripeServer> {
  const kept = new Map<string, Kept>();
  const calls: string[] = [];
  const faults: ('unanswered' | 'unavailable')[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const account = openStripeAccount(`http://127.0.0.1:${portOf(server.address())}`);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname: path, searchParams } = new URL(request.url ?? '/', account.origin);
    const body = await text(request);
    const fields = method === 'POST' ? new URLSearchParams(body) : searchParams;
    if (!path.startsWith('/v1/'))
      return show(response, path, method === 'POST' ? (fields.get('choose') ?? '') : undefined);
    if (headers.authorization !== `Bearer ${secretKey}`) return say(response, invalid(401, 'api_key_invalid'));
    const fault = method === 'POST' ? faults.shift() : undefined;
    if (fault === 'unavailable') return say(response, { status: 503, body: { error: { type: 'api_error' } } });
    const answer = answerOnce(String(headers['idempotency-key'] ?? ''), `${method} ${path} ${body}`, () => {
      calls.push(`${method} ${path}`);
      return answerStripe(account, { method, path, fields });
    });
    if (fault === 'unanswered') response.destroy();
    else say(response, answer);
  }

  /** The same key gets the same answer, and may not be used for another request. */
  function answerOnce(key: string, asked: string, answer: () => StripeAnswer): StripeAnswer {
    if (!asked.startsWith('POST')) return answer();
    if (key === '') return invalid(400, 'idempotency_key_missing');
    const earlier = kept.get(key);
    if (earlier && earlier.asked !== asked) return { status: 400, body: { error: { type: 'idempotency_error' } } };
    const first = earlier ?? { asked, answer: answer() };
    kept.set(key, first);
    return first.answer;
  }

  function show(response: ServerResponse, path: string, chosen: string | undefined): void {
    const { status, location, html } = showStripePage(account, path, chosen);
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...(location ? { location } : {}) });
    response.end(html);
  }

  return {
    account,
    env: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: stripeWebhookSecret,
      STRIPE_API_URL: account.origin,
    },
    calls,
    fail: (how, times) => faults.push(...Array.from({ length: times }, () => how)),
    forgetKeys: () => kept.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An event as Stripe sends it, and the header that signs it. `sentAt` in epoch seconds. */
export function stripeEvent(type: string, object: object, sentAt = Math.floor(Date.now() / 1000)) {
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type, created: sentAt, data: { object } });
  const signed = { payload, secret: stripeWebhookSecret, timestamp: sentAt };
  return { payload, signature: Stripe.webhooks.generateTestHeaderString(signed) };
}

function say(response: ServerResponse, { status, body }: StripeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test' });
  response.end(JSON.stringify(body));
}

function invalid(status: number, code: string): StripeAnswer {
  return { status, body: { error: { type: 'invalid_request_error', code, message: code } } };
}
