import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sendMagicLink, signInAsDemoPerson } from '@/app/[locale]/sign-in/action';
import { read } from '@/db/client';
import { outboxEvents, sessions } from '@/db/schema';
import { keepDestination } from '@/lib/server/sign-in/destination';
import { identityProviderOrigin } from '@/lib/server/sign-in/identity-provider-origin';
import { finishOidc, startOidc } from '@/lib/server/sign-in/oidc';
import { type OidcServer, startOidcServer } from '@/test/support/oidc-server';
import { type Jar, keepCookies, walkProvider } from '@/test/support/oidc-walk';
import { sellerEnv } from '@/test/support/seller-env';
import { savePeople } from '@/test/support/sign-in-people';
import { newDatabase } from '@/test/support/stress-folder';

const siteUrl = 'https://help.example';

let server: OidcServer;

beforeAll(async () => {
  const accounts = [{ sub: 'anna-sub', email: 'anna@nordlys.example', email_verified: true }];
  server = await startOidcServer({ siteUrl, accounts, emailInIdToken: true });
  const env = {
    STEGVIS_MODE: 'live',
    SITE_URL: siteUrl,
    DATABASE_URL: 'file:unused.db',
    AUTH_SECRET: 'an example of 32 bytes, never used',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Stegvis <no-reply@help.example>',
    ...sellerEnv,
    ...server.env,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.stubEnv('NEXTAUTH_URL', undefined);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

beforeEach(async () => {
  await newDatabase();
  await savePeople();
});

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ locale: 'sv-SE', here: '/sv-SE/apps', at: '', ...fields })) {
    data.set(name, value);
  }
  return data;
}

test('a forged demo sign-in is refused where the site is live', async () => {
  const state = await signInAsDemoPerson(form({ personId: 'anna' }));
  expect(state.errors).toEqual([{ field: null, code: 'demo_off' }]);
  expect(await read((db) => db.$count(sessions))).toBe(0);
});

test.each([
  ['', 'email_missing'],
  ['anna@', 'email_malformed'],
])('%j as an address comes back as it was typed, with %s at the field', async (email, code) => {
  const state = await sendMagicLink(form({ email }));
  expect(state).toEqual({ errors: [{ field: 'email', code }], typed: { email } });
  expect(await read((db) => db.$count(outboxEvents))).toBe(0);
});

test('over https every cookie of the flow is secure, and the session bound to the host', async () => {
  const kept = await keepDestination({ locale: 'en-US', path: '/en-US/apps' });
  const away = await startOidc('en-US', kept.ok ? kept.value : '');
  const jar: Jar = new Map();
  keepCookies(jar, away?.setCookies ?? []);
  const back = await walkProvider(away?.location ?? '', 'anna-sub');
  const answer = await finishOidc(back.searchParams, Object.fromEntries(jar));
  expect(answer?.location).toBe(`${siteUrl}/en-US/apps`);
  const cookies = [...(away?.setCookies ?? []), ...(answer?.setCookies ?? [])];
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__(Secure|Host)-/);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      expect(cookie.split('; ')).toContain(attribute);
  }
  expect(cookies.filter((cookie) => cookie.startsWith('__Host-stegvis='))).toHaveLength(1);
});

test('a provider that cannot be reached is told to the reader', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await server.stop();
  const away = await startOidc('en-US', 'x'.repeat(43));
  expect(away).toEqual({
    location: `${siteUrl}/en-US/sign-in/refused?why=provider_failed&kept=${'x'.repeat(43)}`,
    setCookies: [],
  });
  expect(stderr.mock.calls.join()).toContain('SIGNIN_OAUTH_ERROR');
  stderr.mockRestore();
});

test('the policy for forms names the origin of the provider', () => {
  expect(identityProviderOrigin()).toBe(server.issuer);
});
