import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { read, write } from '@/db/client';
import { listOwnLogins, unlinkLogin } from '@/db/logins';
import { logins, providerErrands, sessions } from '@/db/schema';
import { PersonScope } from '@/db/scope-mint';
import { keepDestination } from '@/lib/server/sign-in/destination';
import { finishOidc, startOidc } from '@/lib/server/sign-in/oidc';
import { isProvenSince, provenAtOf } from '@/lib/server/sign-in/oidc-claims';
import { findSessionOfToken, recordTokenSession } from '@/lib/server/sign-in/session-token';
import { listActs, requireAccepted } from '@/test/support/database';
import { type OidcServer, startOidcServer } from '@/test/support/oidc-server';
import { type Jar, keepCookies, walkProvider } from '@/test/support/oidc-walk';
import { savePeople } from '@/test/support/sign-in-people';
import { newDatabase } from '@/test/support/stress-folder';

const siteUrl = 'http://localhost:4321';
const place = { locale: 'sv-SE', path: '/sv-SE/apps/bought', anchor: 'review', typed: { reason: 'price' } } as const;
const accounts = [
  { sub: 'anna-work', email: 'a.berg@elsewhere.example', email_verified: true },
  { sub: 'nikos-work', email: 'nikos@kyma.example', email_verified: true },
];
const HOUR_MS = 3_600_000;
const anna = new PersonScope({ personId: 'anna', organizationId: 'nordlys' });

let server: OidcServer;

beforeAll(async () => {
  server = await startOidcServer({ siteUrl, accounts });
  const env = { STEGVIS_MODE: 'demo', PORT: '4321', AUTH_SECRET: 'an example of 32 bytes, never used', ...server.env };
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

/** A browser in which the person has been signed in for an hour. */
async function browserOf(personId: string): Promise<Jar> {
  const hourAgo = Date.now() - HOUR_MS;
  const token = requireAccepted(await write((tx) => recordTokenSession(tx, personId, hourAgo, undefined)));
  await write((tx) => tx.update(sessions).set({ lastSeenAt: Date.now() }));
  return new Map([['stegvis', token]]);
}

/** Sends the browser's person on an errand, and brings them back as one of the provider's accounts. */
async function runErrand(purpose: 'again' | 'link', personId: string, as: string, jar: Jar, meanwhile?: () => unknown) {
  const id = requireAccepted(await keepDestination({ ...place, personId }));
  const away = await startOidc('sv-SE', id, { purpose, personId });
  keepCookies(jar, away?.setCookies ?? []);
  const asked = new URL(away?.location ?? '');
  const back = await walkProvider(asked.href, as);
  await meanwhile?.();
  const answer = await finishOidc(back.searchParams, Object.fromEntries(jar));
  keepCookies(jar, answer?.setCookies ?? []);
  return { id, asked, landed: answer?.location.replace(siteUrl, '') };
}

const refusal = (why: string, id: string) => `/sv-SE/sign-in/refused?why=${why}&kept=${id}`;
const listLogins = () =>
  read((db) => db.select({ sub: logins.providerAccountId, person: logins.personId }).from(logins));
const LINKED = '/sv-SE/account?notice=login_linked#sign-in-ways';

test('a signed-in person links an account of another address, and is fresh afterwards', async () => {
  const jar = await browserOf('anna');
  const before = jar.get('stegvis') ?? '';
  const { asked, landed } = await runErrand('link', 'anna', 'anna-work', jar);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
  expect(landed).toBe(LINKED);
  expect(await listLogins()).toEqual([{ sub: 'anna-work', person: 'anna' }]);
  expect(await findSessionOfToken(before, Date.now())).toBeUndefined();
  const after = await findSessionOfToken(jar.get('stegvis') ?? '', Date.now());
  expect(after?.person.id).toBe('anna');
  expect(Date.now() - (after?.authenticatedAt ?? 0)).toBeLessThan(60_000);
  expect(await listActs()).toEqual(['link_login']);
});

test('an account that is another person’s is not linked, and the session stays', async () => {
  await runErrand('link', 'nikos', 'nikos-work', await browserOf('nikos'));
  const jar = await browserOf('anna');
  const before = jar.get('stegvis') ?? '';
  const { id, landed } = await runErrand('link', 'anna', 'nikos-work', jar);
  expect(landed).toBe(refusal('login_taken', id));
  expect(await listLogins()).toEqual([{ sub: 'nikos-work', person: 'nikos' }]);
  expect(jar.get('stegvis')).toBe(before);
  expect(await findSessionOfToken(before, Date.now())).toBeDefined();
});

test('showing it again rotates the session and leads back to what was typed', async () => {
  const jar = await browserOf('anna');
  await runErrand('link', 'anna', 'anna-work', jar);
  const before = jar.get('stegvis') ?? '';
  const { id, landed } = await runErrand('again', 'anna', 'anna-work', jar);
  expect(landed).toBe(`${place.path}?kept=${id}#review`);
  expect(await findSessionOfToken(before, Date.now())).toBeUndefined();
  expect(await findSessionOfToken(jar.get('stegvis') ?? '', Date.now())).toMatchObject({ person: { id: 'anna' } });
});

test.each(['nikos-work', 'anna-work'])('%s, linked with somebody else or nobody, shows nothing', async (as) => {
  await runErrand('link', 'nikos', 'nikos-work', await browserOf('nikos'));
  const jar = await browserOf('anna');
  const before = jar.get('stegvis');
  const { id, landed } = await runErrand('again', 'anna', as, jar);
  expect(landed).toBe(refusal('other_person', id));
  expect(jar.get('stegvis')).toBe(before);
});

test.each([
  ['signed out', (jar: Jar) => jar.delete('stegvis')],
  [
    'signed in as somebody else',
    async (jar: Jar) => jar.set('stegvis', (await browserOf('nikos')).get('stegvis') ?? ''),
  ],
  ['away for too long', () => write((tx) => tx.update(providerErrands).set({ expiresAt: 1 }))],
])('whoever is %s meanwhile links nothing', async (_, meanwhile) => {
  const jar = await browserOf('anna');
  const { id, landed } = await runErrand('link', 'anna', 'anna-work', jar, () => meanwhile(jar));
  expect(landed).toBe(refusal('errand_over', id));
  expect(await listLogins()).toEqual([]);
});

test('whoever turns an errand into a plain sign-in does not get what somebody else typed', async () => {
  await runErrand('link', 'nikos', 'nikos-work', await browserOf('nikos'));
  const jar = await browserOf('anna');
  const id = requireAccepted(await keepDestination({ ...place, personId: 'anna' }));
  const away = await startOidc('sv-SE', id);
  keepCookies(jar, away?.setCookies ?? []);
  const back = await walkProvider(away?.location ?? '', 'nikos-work');
  const answer = await finishOidc(back.searchParams, Object.fromEntries(jar));
  expect(answer?.location).toBe(`${siteUrl}/sv-SE/help`);
});

test('a linked account is unlinked unless it is the last way', async () => {
  const jar = await browserOf('anna');
  await runErrand('link', 'anna', 'anna-work', jar);
  const provider = server.issuer;
  const account = { provider, providerAccountId: 'anna-work' };
  const nikos = new PersonScope({ personId: 'nikos', organizationId: 'kyma' });
  const unlink = async (scope: PersonScope, isMailOn: boolean) =>
    requireAccepted(await unlinkLogin(scope, account, { isMailOn, provider }, Date.now()));
  expect(await unlink(nikos, true)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await unlink(anna, false)).toEqual({ ok: false, refusal: 'last_way' });
  expect(await listOwnLogins(anna, provider)).toHaveLength(1);
  expect(await unlink(anna, true)).toEqual({ ok: true });
  expect(await listOwnLogins(anna, provider)).toEqual([]);
  expect(await listActs()).toEqual(['link_login', 'unlink_login']);
});

test('what the provider remembers from before is no fresh proof', () => {
  const sentAt = 1_800_000_000_000;
  expect(isProvenSince({ auth_time: sentAt / 1000 }, sentAt)).toBe(true);
  expect(isProvenSince({ auth_time: sentAt / 1000 - 60 }, sentAt)).toBe(true);
  expect(isProvenSince({ auth_time: sentAt / 1000 - 61 }, sentAt)).toBe(false);
  expect(isProvenSince({}, sentAt)).toBe(true);
  expect(provenAtOf({ auth_time: 1_800_000_000 })).toBe(sentAt);
  expect(provenAtOf({})).toBe(0);
});
