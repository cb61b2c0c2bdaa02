import { join } from 'node:path';
import { readCredentials } from '@/lib/demo/publisher-portal/credentials';
import { expect, test } from '@/test/support/browser-test';
import type { Site } from '@/test/support/site';
import { countActsAt, readValue } from '@/test/support/site-rows';

const VERSION = '?api-version=2018-08-31';
const REQUEST_ID = '5b3c7a3e-0b0e-4d8e-8f0e-2f6e1a2b3c4d';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

type Asked = Omit<RequestInit, 'headers'> & { readonly path: string; readonly headers?: Record<string, string> };

function ask(site: Site, { path, ...init }: Asked): Promise<Response> {
  return fetch(site.origin + path, { ...init, redirect: 'manual' });
}

async function askToken(site: Site, path: string): Promise<Response> {
  const { clientId, clientSecret } = readCredentials(join(site.dataFolder, 'publisher-portal')).tallyworks ?? {};
  const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
  return ask(site, { method: 'POST', path, headers: FORM, body });
}

async function bearerOf(site: Site): Promise<string> {
  const { access_token } = await (await askToken(site, '/api/oauth2/token')).json();
  return `Bearer ${access_token}`;
}

test('a token is had at every address that clients build', async ({ site }) => {
  for (const path of [
    '/api/oauth2/token',
    '/api/oauth2/token/',
    '/contoso/oauth2/token',
    '/contoso/oauth2/v2.0/token',
    '/api/contoso/oauth2/v2.0/token',
  ]) {
    const answer = await askToken(site, path);
    expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, 'no-store']);
    expect(await answer.json(), path).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});

test('a subscription is had with and without a slash at the end, without a redirect', async ({ site }) => {
  const id = await readValue(site, "select fulfilment_id from subscriptions where id = 'nordlys-tallyworks'");
  const authorization = await bearerOf(site);
  for (const slash of ['', '/']) {
    const path = `/api/saas/subscriptions/${id}${slash}${VERSION}`;
    const answer = await ask(site, { path, headers: { authorization, 'x-ms-requestid': REQUEST_ID } });
    expect(answer.status, path).toBe(200);
    expect(await answer.json()).toMatchObject({ id, saasSubscriptionStatus: 'Subscribed', quantity: 10 });
    expect(answer.headers.get('x-ms-requestid')).toBe(REQUEST_ID);
    expect(answer.headers.get('x-ms-correlationid')).toMatch(/^[\da-f-]{36}$/);
  }
});

test('whatever is asked, the ids come back and nothing happens', async ({ site }) => {
  const before = await countActsAt(site);
  const authorization = await bearerOf(site);
  const id = await readValue(site, "select fulfilment_id from subscriptions where id = 'kymata-payroll'");
  const one = `/api/saas/subscriptions/${id}`;
  const json = { 'content-type': 'application/json' };
  const asked: readonly (readonly [number, Asked])[] = [
    [403, { path: one + VERSION }],
    [400, { path: one, headers: { authorization } }],
    [404, { path: `/api/saas/subscriptions/nothing${VERSION}`, headers: { authorization } }],
    [405, { path: one + VERSION, method: 'PUT', headers: { authorization } }],
    [405, { path: `/api/saas/subscriptions/resolve${VERSION}`, method: 'DELETE', headers: { authorization } }],
    [405, { path: one + VERSION, method: 'OPTIONS', headers: { origin: 'https://evil.example' } }],
    [400, { path: `/api/saas/subscriptions/resolve${VERSION}`, method: 'POST', headers: { authorization } }],
    [400, { path: `${one}/activate${VERSION}`, method: 'POST', headers: { authorization, ...json }, body: '{' }],
    [
      413,
      {
        path: `${one}/activate${VERSION}`,
        method: 'POST',
        headers: { authorization, ...json },
        body: 'x'.repeat(70_000),
      },
    ],
    [400, { path: '/api/oauth2/token', method: 'POST', headers: json, body: '{}' }],
    [
      401,
      { path: '/api/oauth2/token', method: 'POST', headers: FORM, body: 'grant_type=client_credentials&client_id=a' },
    ],
    [405, { path: '/api/oauth2/token' }],
  ];
  for (const [status, request] of asked) {
    const answer = await ask(site, { ...request, headers: { ...request.headers, 'x-ms-requestid': REQUEST_ID } });
    const line = `${request.method ?? 'GET'} ${request.path}`;
    expect(answer.status, line).toBe(status);
    expect(answer.headers.get('x-ms-requestid'), line).toBe(REQUEST_ID);
    expect(answer.headers.get('content-type'), line).toContain('application/json');
  }
  expect(await countActsAt(site)).toEqual(before);
});
