import { beforeEach, expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { sessions } from '@/db/schema';
import { findSession } from '@/lib/server/session';
import { sessionCookieName, sessionCookieOptions } from '@/lib/server/session-cookie';
import { withSession } from '@/lib/server/session-seam';
import {
  endSessionsOf,
  endTokenSession,
  findSessionOfToken,
  recordTokenSession,
  saveTokenSeen,
} from '@/lib/server/sign-in/session-token';
import { savePeople } from '@/test/support/sign-in-people';
import { newDatabase } from '@/test/support/stress-folder';

const MINUTE = 60_000;
const start = 1_800_000_000_000;

beforeEach(async () => {
  await newDatabase();
  await savePeople();
});

async function begin(personId: string, at = start, replaced?: string): Promise<string> {
  const begun = await write((tx) => recordTokenSession(tx, personId, at, replaced));
  if (!begun.ok) throw new Error(begun.refusal);
  return begun.value;
}

test('a session knows the person, the organization and the roles that count there', async () => {
  expect(await findSessionOfToken(await begin('anna'), start)).toEqual({
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    person: { id: 'anna', name: 'Anna Berg', email: 'anna@nordlys.example', locale: 'sv-SE', timeZone: null },
    organization: {
      id: 'nordlys',
      name: 'Nordlys Bygg',
      country: 'SE',
      locale: 'sv-SE',
      timeZone: 'Europe/Stockholm',
      role: 'owner',
    },
    profileRoles: { own: 'contributor' },
    staffRoles: [],
    lastSeenAt: start,
    authenticatedAt: start,
    isDueToBeSeen: false,
  });
});

test('a person without an organization has a session, too', async () => {
  const found = await findSessionOfToken(await begin('rut'), start);
  expect(found).toMatchObject({ person: { id: 'rut' }, organization: null, profileRoles: {} });
});

test('the token is 256 bits and only its hash is stored', async () => {
  const token = await begin('anna');
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const rows = await read((db) => db.select().from(sessions));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await findSessionOfToken(rows[0]?.tokenHash ?? '', start)).toBeUndefined();
});

test('30 minutes without a visit end it; a visit moves that limit', async () => {
  const token = await begin('anna');
  expect(await findSessionOfToken(token, start + 30 * MINUTE - 1)).toMatchObject({ isDueToBeSeen: true });
  expect(await findSessionOfToken(token, start + 30 * MINUTE)).toBeUndefined();
  await saveTokenSeen(token, start + 20 * MINUTE);
  expect(await findSessionOfToken(token, start + 40 * MINUTE)).toBeDefined();
  expect(await findSessionOfToken(token, start + 50 * MINUTE)).toBeUndefined();
  await saveTokenSeen(token, start + 60 * MINUTE);
  expect(await findSessionOfToken(token, start + 60 * MINUTE)).toBeUndefined();
});

test('a visit is written every two minutes at most', async () => {
  const token = await begin('anna');
  expect(await findSessionOfToken(token, start + 2 * MINUTE - 1)).toMatchObject({ isDueToBeSeen: false });
  expect(await findSessionOfToken(token, start + 2 * MINUTE)).toMatchObject({ isDueToBeSeen: true });
});

test('12 hours end it, however busy it was', async () => {
  const token = await begin('anna');
  const end = start + 12 * 60 * MINUTE;
  for (let at = start; at < end; at += 20 * MINUTE) await saveTokenSeen(token, at);
  expect(await findSessionOfToken(token, end - 1)).toBeDefined();
  expect(await findSessionOfToken(token, end)).toBeUndefined();
});

test('signing in again rotates the token and leaves other browsers alone', async () => {
  const elsewhere = await begin('anna');
  const before = await begin('anna');
  const after = await begin('anna', start, before);
  expect(after).not.toBe(before);
  expect(await findSessionOfToken(before, start)).toBeUndefined();
  expect(await findSessionOfToken(after, start)).toBeDefined();
  expect(await findSessionOfToken(elsewhere, start)).toBeDefined();
});

test('signing out ends one session, signing out everywhere all of the person’s', async () => {
  const [here, there, other] = [await begin('anna'), await begin('anna'), await begin('nikos')];
  await endTokenSession(here);
  expect(await findSessionOfToken(here, start)).toBeUndefined();
  expect(await findSessionOfToken(there, start)).toBeDefined();
  await endSessionsOf('anna');
  expect(await findSessionOfToken(there, start)).toBeUndefined();
  expect(await findSessionOfToken(other, start)).toBeDefined();
});

test('sessions that are over are swept when the next one starts', async () => {
  await begin('anna');
  await begin('anna', start + 12 * 60 * MINUTE);
  expect(await read((db) => db.$count(sessions))).toBe(1);
});

test('the seam supplies a session, or a visitor, without a request', async () => {
  const organization = undefined;
  const anna = { id: 'one', personId: 'anna', name: 'Anna', email: 'a@b.c', locale: undefined, timeZone: undefined };
  const session = { ...anna, organization, profileRoles: {}, staffRoles: [], authenticatedAt: start };
  expect(await withSession(session, findSession)).toBe(session);
  expect(await withSession(undefined, findSession)).toBeUndefined();
});

test('the cookie is bound to the host over https, and never readable by scripts', () => {
  expect(sessionCookieName('https://help.example')).toBe('__Host-stegvis');
  expect(sessionCookieName('http://localhost:3000')).toBe('stegvis');
  const always = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 12 * 60 * 60 };
  expect(sessionCookieOptions('https://help.example')).toEqual({ ...always, secure: true });
  expect(sessionCookieOptions('http://localhost:3000')).toEqual({ ...always, secure: false });
});
