import { beforeEach, expect, test, vi } from 'vitest';
import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { removePasskey, renamePasskey } from '@/db/passkeys';
import { passkeyChallenges, passkeys, sessions } from '@/db/schema';
import { PersonScope } from '@/db/scope-mint';
import { underClock } from '@/lib/server/clock';
import { addPasskeyOf, askToAdd, askToSign, signInByPasskey } from '@/lib/server/sign-in/passkeys';
import { findSessionOfToken, recordTokenSession } from '@/lib/server/sign-in/session-token';
import { everything, listActs, requireAccepted } from '@/test/support/database';
import { savePeople } from '@/test/support/sign-in-people';
import { newSoftwareDevice, type SoftwareDevice } from '@/test/support/software-device';
import { newDatabase } from '@/test/support/stress-folder';

vi.stubEnv('PORT', '4321');

const origin = 'http://localhost:4321';
const start = 1_800_000_000_000;
const MINUTE = 60_000;
const anna = new PersonScope({ personId: 'anna', organizationId: 'nordlys' });
const nikos = new PersonScope({ personId: 'nikos', organizationId: 'kyma' });
const known = { name: 'Anna Berg', email: 'anna@nordlys.example' };
const refused = { ok: false, refusal: 'passkey_refused' };

let device: SoftwareDevice;

beforeEach(async () => {
  await newDatabase();
  await savePeople();
  device = newSoftwareDevice(origin);
});

const at = <T>(now: number, run: () => Promise<T>) => underClock(() => now, run);

async function add(scope = anna, maker = device) {
  const options = requireAccepted(await at(start, () => askToAdd(scope, known)));
  return at(start, () => addPasskeyOf(scope, { answer: maker.make(options), name: 'Work laptop' }));
}

const ask = async (scope?: PersonScope, now = start) => requireAccepted(await at(now, () => askToSign(scope)));

function bring(
  answer: string,
  { scope, now = start, replacedToken }: { scope?: PersonScope; now?: number; replacedToken?: string } = {},
) {
  return at(now, () => signInByPasskey(answer, { replacedToken, userAgent: undefined }, scope));
}

test('a passkey is added, and signs its person in without a word of who they are', async () => {
  expect(await add()).toEqual({ ok: true });
  const signed = requireAccepted(await bring(device.sign(await ask())));
  expect(signed.personId).toBe('anna');
  const session = await findSessionOfToken(signed.sessionToken, start);
  expect(session).toMatchObject({ person: { id: 'anna' }, authenticatedAt: start });
  expect(await listActs()).toEqual(['add_passkey']);
  const [row] = await read((db) => db.select().from(passkeys));
  expect(row).toMatchObject({ personId: 'anna', name: 'Work laptop', counter: 2, lastUsedAt: start });
});

test('showing it again rotates the session of the browser', async () => {
  await add();
  const before = requireAccepted(await write((tx) => recordTokenSession(tx, 'anna', start, undefined)));
  const now = start + 20 * MINUTE;
  const signed = requireAccepted(
    await bring(device.sign(await ask(anna, now)), { scope: anna, now, replacedToken: before }),
  );
  expect(await findSessionOfToken(before, now)).toBeUndefined();
  expect(await findSessionOfToken(signed.sessionToken, now)).toMatchObject({ authenticatedAt: now });
});

test('a challenge is good for five minutes, one use, one purpose and one person', async () => {
  await add();
  const late = device.sign(await ask());
  expect(await bring(late, { now: start + 5 * MINUTE })).toEqual(refused);
  const inTime = device.sign(await ask());
  expect(await bring(inTime, { now: start + 5 * MINUTE - 1 })).toMatchObject({ ok: true });
  expect(await bring(inTime)).toEqual(refused);
  expect(await bring(device.sign(await ask(anna)))).toEqual(refused);
  expect(await bring(device.sign(await ask()), { scope: anna })).toEqual(refused);
  expect(await bring(device.sign(await ask(nikos)), { scope: anna })).toEqual(refused);
  const toAdd = requireAccepted(await at(start, () => askToAdd(anna, known)));
  expect(await bring(device.sign(toAdd), { scope: anna })).toEqual(refused);
});

test('a challenge that was answered wrongly is used up', async () => {
  await add();
  const options = await ask();
  expect(await bring(device.sign(options, { isVerified: false }))).toEqual(refused);
  expect(await bring(device.sign(options))).toEqual(refused);
});

test('another person’s passkey shows nothing about who is signed in', async () => {
  await add(nikos);
  expect(await bring(device.sign(await ask(anna)), { scope: anna })).toEqual(refused);
  expect(await read((db) => db.$count(sessions))).toBe(0);
});

test.each([
  ['another origin', { origin: 'http://evil.example' }],
  ['nobody’s finger or PIN', { isVerified: false }],
  ['a count that was seen before', { counter: 1 }],
])('%s: nobody is signed in', async (_, bend) => {
  await add();
  expect(await bring(device.sign(await ask(), bend))).toEqual(refused);
  expect(await read((db) => db.$count(sessions))).toBe(0);
});

test.each(['', '{', '{}', 'null', '[]', '{"id":"x"}', JSON.stringify({ id: '💥', rawId: 1, type: 'public-key' })])(
  '%j is no answer of a device',
  async (answer) => {
    expect(await bring(answer)).toEqual(refused);
    expect(await addPasskeyOf(anna, { answer, name: 'x' })).toEqual(refused);
  },
);

test('a passkey made for another origin, by nobody’s finger, or twice, is not added', async () => {
  for (const bend of [{ origin: 'http://evil.example' }, { isVerified: false }]) {
    const options = requireAccepted(await askToAdd(anna, known));
    expect(await addPasskeyOf(anna, { answer: device.make(options, bend), name: 'x' })).toEqual(refused);
  }
  await add();
  expect(await add(nikos)).toEqual({ ok: false, refusal: 'passkey_taken' });
  const options = requireAccepted(await askToAdd(anna, known));
  expect(JSON.parse(options).excludeCredentials).toHaveLength(1);
});

test('of two at once with the same challenge one signs in', async () => {
  await add();
  const answer = device.sign(await ask());
  const outcomes = await Promise.all([bring(answer), bring(answer), bring(answer)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('the last way to sign in stays, and nobody removes another’s', async () => {
  await add();
  await add(anna, newSoftwareDevice(origin));
  const [first, second] = await read((db) => db.select({ id: passkeys.id }).from(passkeys));
  const offered = { isMailOn: false, provider: undefined };
  const remove = async (scope: PersonScope, id = '') => requireAccepted(await removePasskey(scope, id, offered, start));
  expect(await remove(nikos, first?.id)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await remove(anna, first?.id)).toEqual({ ok: true });
  expect(await remove(anna, second?.id)).toEqual({ ok: false, refusal: 'last_way' });
  expect(await removePasskey(anna, second?.id ?? '', { ...offered, isMailOn: true }, start)).toMatchObject({
    value: { ok: true },
  });
  expect(await listActs()).toEqual(['add_passkey', 'add_passkey', 'remove_passkey', 'remove_passkey']);
});

test('a passkey gets another name from its owner alone, and what it was called is recorded', async () => {
  await add();
  const [own] = await read((db) => db.select().from(passkeys));
  const call = (scope: PersonScope, id: string, name: string) => renamePasskey(scope, { id, name }, start);
  const before = await everything();
  for (const refusal of [await call(nikos, own?.id ?? '', 'Mine'), await call(anna, newId(), 'Mine')])
    expect(refusal).toEqual({ ok: false, refusal: 'not_found' });
  expect(await everything()).toEqual(before);
  const renamed = { ok: true, value: undefined };
  expect(await call(anna, own?.id ?? '', 'Old laptop')).toEqual(renamed);
  expect(await call(anna, own?.id ?? '', 'Old laptop')).toEqual(renamed);
  expect(await read((db) => db.select().from(passkeys))).toEqual([{ ...own, name: 'Old laptop' }]);
  expect(await listActs()).toEqual(['add_passkey', 'rename_passkey']);
  const { audit_entries: entries } = await everything();
  expect(entries?.at(-1)).toMatchObject({ before: { name: own?.name }, after: { name: 'Old laptop' } });
  expect(await bring(device.sign(await ask()))).toMatchObject({ ok: true });
});

test('challenges are kept as hashes, and swept when they are over', async () => {
  const options = await ask();
  const rows = await read((db) => db.select().from(passkeyChallenges));
  expect(JSON.stringify(rows)).not.toContain(JSON.parse(options).challenge);
  await ask(undefined, start + 5 * MINUTE);
  expect(await read((db) => db.$count(passkeyChallenges))).toBe(1);
});
