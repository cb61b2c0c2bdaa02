import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { read, write } from '@/db/client';
import { saveEmailVerified } from '@/db/people';
import { logins, people, sessions } from '@/db/schema';
import { keepDestination } from '@/lib/server/sign-in/destination';
import { finishOidc, startOidc } from '@/lib/server/sign-in/oidc';
import { findSessionOfToken, recordTokenSession } from '@/lib/server/sign-in/session-token';
import { type OidcServer, startOidcServer } from '@/test/support/oidc-server';
import { type Jar, keepCookies, walkProvider } from '@/test/support/oidc-walk';
import { savePeople } from '@/test/support/sign-in-people';
import { newDatabase } from '@/test/support/stress-folder';

const siteUrl = 'http://localhost:4321';
const guide = '/sv-SE/help/change-license-quantity?app=tallyworks';
const accounts = [
  { sub: 'anna-sub', email: 'Anna@Nordlys.example', email_verified: true, name: 'Anna B' },
  { sub: 'eve-sub', email: 'anna@nordlys.example', email_verified: false },
  { sub: 'anna-two', email: 'anna@nordlys.example', email_verified: true },
  { sub: 'stranger', email: 'stranger@elsewhere.example', email_verified: true },
  { sub: 'no-email' },
];

let server: OidcServer;

beforeAll(async () => {
  server = await startOidcServer({ siteUrl, accounts });
  const env = {
    STEGVIS_MODE: 'demo',
    PORT: '4321',
    AUTH_SECRET: 'an example of 32 bytes, never used',
    PAYMENT_PAGE_SECRET: 'another of 32 bytes, never used, too',
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

/** A browser that starts at the sign-in page and is back from the provider, not yet let in. */
async function goAndCome(as: string, jar: Jar = new Map()) {
  const kept = await keepDestination({ locale: 'sv-SE', path: guide, anchor: 'choose-quantity', typed: { q: '14' } });
  const id = kept.ok ? kept.value : '';
  const away = await startOidc('sv-SE', id);
  keepCookies(jar, away?.setCookies ?? []);
  const asked = new URL(away?.location ?? '');
  return { id, jar, asked, back: await walkProvider(asked.href, as) };
}

async function finish({ back, jar }: { back: URL; jar: Jar }) {
  const answer = await finishOidc(back.searchParams, Object.fromEntries(jar));
  keepCookies(jar, answer?.setCookies ?? []);
  return answer?.location.replace(siteUrl, '');
}

const refusal = (why: string, id: string) => `/sv-SE/sign-in/refused?why=${why}&kept=${id}`;
const countSessions = () => read((db) => db.$count(sessions));
const listLogins = () =>
  read((db) => db.select({ sub: logins.providerAccountId, person: logins.personId }).from(logins));

test('the provider is asked with PKCE, state and nonce, and to come back to one address', async () => {
  const { asked } = await goAndCome('anna-sub');
  const query = Object.fromEntries(asked.searchParams);
  expect(query).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${siteUrl}/api/auth/callback/oidc`,
    scope: 'openid email profile',
    max_age: '43200',
  });
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(query[secret]).toMatch(/^[\w-]{43}$/);
});

test('an invited person signs in and is back at the step, with what was typed', async () => {
  const trip = await goAndCome('anna-sub');
  expect(await finish(trip)).toBe(`${guide}&kept=${trip.id}#choose-quantity`);
  const session = await findSessionOfToken(trip.jar.get('stegvis') ?? '', Date.now());
  expect(session?.person.id).toBe('anna');
  expect(Math.abs(Date.now() - (session?.authenticatedAt ?? 0))).toBeLessThan(60_000);
  expect(await listLogins()).toEqual([{ sub: 'anna-sub', person: 'anna' }]);
  expect([...trip.jar.keys()].filter((name) => /state|nonce|pkce/.test(name))).toEqual([]);
});

test('the database keeps the hash of the token that the browser got', async () => {
  const trip = await goAndCome('anna-sub');
  await finish(trip);
  const token = trip.jar.get('stegvis') ?? '';
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(await read((db) => db.select().from(sessions)))).not.toContain(token);
});

test('the second time the account is known, and the session of the browser is replaced', async () => {
  const first = await goAndCome('anna-sub');
  await finish(first);
  const before = first.jar.get('stegvis');
  const second = await goAndCome('anna-sub', first.jar);
  await finish(second);
  expect(second.jar.get('stegvis')).not.toBe(before);
  expect(await countSessions()).toBe(1);
  expect(await listLogins()).toHaveLength(1);
});

test.each([
  ['eve-sub', 'email_not_verified'],
  ['stranger', 'not_invited'],
  ['no-email', 'not_invited'],
  ['cancel', 'sign_in_cancelled'],
])('%s is not let in: %s', async (as, why) => {
  const trip = await goAndCome(as);
  expect(await finish(trip)).toBe(refusal(why, trip.id));
  expect(await countSessions()).toBe(0);
  expect(await listLogins()).toEqual([]);
  expect(await read((db) => db.$count(people))).toBe(3);
});

test('a second account with the same verified address is not tied to the person', async () => {
  await finish(await goAndCome('anna-sub'));
  const trip = await goAndCome('anna-two');
  expect(await finish(trip)).toBe(refusal('other_way', trip.id));
  expect(await listLogins()).toEqual([{ sub: 'anna-sub', person: 'anna' }]);
});

test('nor is a first account, once the person has signed in by a link', async () => {
  await write((tx) => saveEmailVerified(tx, 'anna', Date.now()));
  const trip = await goAndCome('anna-sub');
  expect(await finish(trip)).toBe(refusal('other_way', trip.id));
  expect(await listLogins()).toEqual([]);
});

test('signing in with an unknown account ties nothing to whoever is signed in', async () => {
  const begun = await write((tx) => recordTokenSession(tx, 'nikos', Date.now(), undefined));
  const trip = await goAndCome('stranger', new Map([['stegvis', begun.ok ? begun.value : '']]));
  expect(await finish(trip)).toBe(refusal('not_invited', trip.id));
  expect(await listLogins()).toEqual([]);
});

const spoiled: [string, (trip: { back: URL; jar: Jar }) => void][] = [
  ['another state', ({ back }) => back.searchParams.set('state', 'x'.repeat(43))],
  ['no code', ({ back }) => back.searchParams.delete('code')],
  ['a made-up code', ({ back }) => back.searchParams.set('code', 'made-up')],
  ['no state cookie', ({ jar }) => jar.delete('next-auth.state')],
  ['no nonce cookie', ({ jar }) => jar.delete('next-auth.nonce')],
  ['no PKCE cookie', ({ jar }) => jar.delete('next-auth.pkce.code_verifier')],
  ['a forged state cookie', ({ jar }) => jar.set('next-auth.state', 'forged')],
];

test.each(spoiled)('%s: nobody is signed in', async (_what, spoil) => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const trip = await goAndCome('anna-sub');
  spoil(trip);
  expect(await finish(trip)).toBe(refusal('provider_failed', trip.id));
  expect(await countSessions()).toBe(0);
  expect(stderr.mock.calls.join()).toContain('"event":"oidc"');
  expect(stderr.mock.calls.join()).not.toContain('anna@nordlys.example');
  stderr.mockRestore();
});

test('a code works once', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const trip = await goAndCome('anna-sub');
  const again = new Map(trip.jar);
  await finish(trip);
  expect(await finish({ back: trip.back, jar: again })).toBe(refusal('provider_failed', trip.id));
  stderr.mockRestore();
});

test.each(['https://evil.example/sv-SE/sign-in?kept=x', '//evil.example', 'javascript:alert(1)', ''])(
  'a return address of %j leads to the help home',
  async (forged) => {
    const trip = await goAndCome('anna-sub');
    trip.jar.set('next-auth.callback-url', forged);
    expect(await finish(trip)).toMatch(/^\/(sv-SE|en-US)\/help$/);
  },
);
