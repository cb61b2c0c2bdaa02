import { vi } from 'vitest';
import { POST as issueToken } from '@/app/api/oauth2/token/route';
import { POST as activate } from '@/app/api/saas/subscriptions/[id]/activate/route';
import { GET as find } from '@/app/api/saas/subscriptions/[id]/route';
import { POST as resolve } from '@/app/api/saas/subscriptions/resolve/route';
import { POST as assign } from '@/app/api/subscriptions/[id]/assignments/route';
import { newId } from '@/db/ids';
import { savePublisherClient } from '@/db/publisher-clients';
import { saveClientSecret } from '@/db/publisher-secrets';
import { scopeOf } from '@/lib/demo/seed/people';
import { underClock } from '@/lib/server/clock';
import { openPublisherPortal } from '@/lib/server/open-publisher-portal';
import { hashSecretToken, newSecretToken } from '@/lib/server/sign-in/secret-token';
import { job, requireAccepted } from './database';

// There is no request here for Next to run work after.
const after = vi.hoisted(() => vi.fn<(work: () => Promise<void>) => void>());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

/** What was to be done after an answer. */
export const afterAnswer = after;

const BASE = 'http://localhost/api';
const VERSION = '?api-version=2018-08-31';

export type Program = { readonly clientId: string; readonly secret: string };

/** A program of the publisher's with its first secret. */
export async function newProgram(publisherId: string, createdAt: number): Promise<Program> {
  const clientId = newId();
  requireAccepted(await savePublisherClient(job, { id: clientId, publisherId, tenantId: newId(), createdAt }));
  return { clientId, secret: await newSecret(clientId, createdAt) };
}

export async function newSecret(clientId: string, createdAt: number): Promise<string> {
  const secret = newSecretToken();
  requireAccepted(await saveClientSecret(job, { clientId, secretHash: hashSecretToken(secret), createdAt }));
  return secret;
}

let networks = 0;

function newNetwork(): string {
  networks += 1;
  return `2001:db8:${networks.toString(16)}::1`;
}

/** Asks for an access token as OAuth 2 clients do, from a network of its own; fields may be changed or left out. */
export function askToken(
  fields: Readonly<Record<string, string>>,
  now: number,
  from = newNetwork(),
): Promise<Response> {
  const body = new URLSearchParams(fields);
  const request = new Request(`${BASE}/oauth2/token`, { method: 'POST', body, headers: { 'x-forwarded-for': from } });
  return underClock(
    () => now,
    () => issueToken(request),
  );
}

export function tokenFields({ clientId, secret }: Program) {
  return { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
}

export async function newAccessToken(program: Program, now: number): Promise<string> {
  const answer = await askToken(tokenFields(program), now);
  const { access_token } = await answer.json();
  return access_token;
}

type Call = {
  /** The access token; none is sent where it is empty. */
  readonly as: string;
  readonly now: number;
  readonly id?: string;
  /** The purchase token of a resolve. */
  readonly token?: string;
  /** JSON, or text as it is. */
  readonly body?: unknown;
  readonly query?: string;
};

const CALLS = { resolve, find, activate, assign } as const;

/** One call of the API, straight to its handler. */
export function call(name: keyof typeof CALLS, { as, now, id = '', token, body, query = VERSION }: Call) {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (as !== '') headers.set('authorization', `Bearer ${as}`);
  if (token !== undefined) headers.set('x-ms-marketplace-token', token);
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  const method = name === 'find' ? 'GET' : 'POST';
  const request = new Request(`${BASE}/${query}`, { method, headers, ...(text === undefined ? {} : { body: text }) });
  return underClock(
    () => now,
    () => CALLS[name](request, { params: Promise.resolve({ id }) }),
  );
}

/** Status, and the code of a refusal. */
export async function toldBy(answer: Response): Promise<string> {
  const text = await answer.text();
  const code = text === '' ? '' : JSON.parse(text).error?.code;
  return code ? `${answer.status} ${code}` : String(answer.status);
}

/** The token that a reader takes to the portal. */
export async function visitPortal(by: string, subscriptionId: string, now: number): Promise<string> {
  return requireAccepted(await openPublisherPortal(scopeOf(by), { subscriptionId, wish: 'manage', now }));
}
