import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Credentials } from './credentials';

const subscription = z.object({
  id: z.uuid(),
  name: z.string(),
  offerId: z.string(),
  planId: z.string(),
  quantity: z.int().optional(),
  saasSubscriptionStatus: z.enum(['PendingFulfillmentStart', 'Subscribed', 'Suspended', 'Unsubscribed']),
  beneficiary: z.object({ emailId: z.string().optional() }),
  term: z.object({ endDate: z.string().optional() }),
  autoRenew: z.boolean(),
});
const resolution = z.object({ id: z.uuid(), subscription });
const token = z.object({ access_token: z.string(), expires_in: z.number() });
const refusal = z.object({ error: z.object({ code: z.string() }) });

export type BoughtApp = z.infer<typeof subscription>;
/** The code of the site's refusal; `unreachable` when it did not answer. */
export type SiteRefusal = string;

type Call = { readonly method: 'GET' | 'POST'; readonly path: string; readonly token?: string; readonly body?: object };

const VERSION = 'api-version=2018-08-31';
const EARLY_MS = 60_000;
const PATIENCE_MS = 10_000;

/** The marketplace's fulfilment API, called as one publisher. An access token is kept until a minute before its end. */
export function openSiteApi(base: string, { clientId, clientSecret }: Credentials) {
  let kept: { readonly value: string; readonly until: number } | undefined;

  async function accessToken(): Promise<string | undefined> {
    if (kept && kept.until > Date.now()) return kept.value;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const answer = await ask(`${base}/oauth2/token`, { method: 'POST', body });
    if (!answer?.ok) return undefined;
    const { access_token: value, expires_in } = token.parse(await answer.json());
    kept = { value, until: Date.now() + expires_in * 1000 - EARLY_MS };
    return value;
  }

  async function call({ method, path, token: marketplaceToken, body }: Call): Promise<Outcome<Response, SiteRefusal>> {
    const bearer = await accessToken();
    if (bearer === undefined) return refuse('unreachable');
    const answer = await ask(`${base}${path}?${VERSION}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'x-ms-requestid': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(marketplaceToken ? { 'x-ms-marketplace-token': marketplaceToken } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer?.ok) return accept(answer);
    const told = answer && refusal.safeParse(await answer.json().catch(() => undefined));
    return refuse(told?.success ? told.data.error.code : 'unreachable');
  }

  return {
    async resolve(purchaseToken: string): Promise<Outcome<BoughtApp, SiteRefusal>> {
      const answer = await call({ method: 'POST', path: '/saas/subscriptions/resolve', token: purchaseToken });
      return answer.ok ? accept(resolution.parse(await answer.value.json()).subscription) : answer;
    },
    async find(id: string): Promise<Outcome<BoughtApp, SiteRefusal>> {
      const answer = await call({ method: 'GET', path: `/saas/subscriptions/${id}` });
      return answer.ok ? accept(subscription.parse(await answer.value.json())) : answer;
    },
    activate: ({ id, planId, quantity }: BoughtApp) =>
      call({ method: 'POST', path: `/saas/subscriptions/${id}/activate`, body: { planId, quantity } }),
    report: (id: string, assignedQuantity: number) =>
      call({ method: 'POST', path: `/subscriptions/${id}/assignments`, body: { assignedQuantity } }),
  };
}

export type SiteApi = ReturnType<typeof openSiteApi>;

/** Undefined when nobody answers in time. */
async function ask(url: string, init: RequestInit): Promise<Response | undefined> {
  return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
}
