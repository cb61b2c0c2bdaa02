import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { read } from '@/db/client';
import { magicLinks, outboxEvents, people, sessions } from '@/db/schema';
import { underClock } from '@/lib/server/clock';
import { isLinkUsable, redeemMagicLink, requestMagicLink } from '@/lib/server/sign-in/magic-link';
import { newSecretToken } from '@/lib/server/sign-in/secret-token';
import { findSessionOfToken } from '@/lib/server/sign-in/session-token';
import { savePeople } from '@/test/support/sign-in-people';
import { newDatabase } from '@/test/support/stress-folder';

const MINUTE = 60_000;
const start = 1_800_000_000_000;
const email = 'anna@nordlys.example';
const destinationId = newSecretToken();
const gone = { ok: false, refusal: 'link_not_usable' };

const at = <T>(moment: number, run: () => Promise<T>) => underClock(() => moment, run);
const ask = (moment = start, address = email) =>
  at(moment, () => requestMagicLink({ email: address, locale: 'sv-SE', destinationId }));
const redeem = (token: string, moment = start) =>
  at(moment, () => redeemMagicLink({ token, kept: destinationId }, undefined));
const countSessions = () => read((db) => db.$count(sessions));

/** Tokens of the links that wait to be sent, oldest first. */
async function listTokens(): Promise<string[]> {
  const events = await read((db) => db.select().from(outboxEvents).orderBy(outboxEvents.createdAt));
  return events.map(({ payload }) => /token=([\w-]{43})/.exec(JSON.stringify(payload))?.[1] ?? '');
}

async function askForToken(moment = start): Promise<string> {
  await ask(moment);
  return (await listTokens()).at(-1) ?? '';
}

beforeEach(async () => {
  await newDatabase();
  await savePeople();
});

test('a link signs in once and leads to where the reader was going', async () => {
  const token = await askForToken();
  expect(await at(start, () => isLinkUsable(token))).toBe(true);
  const redeemed = await redeem(token);
  expect(redeemed).toMatchObject({ ok: true, value: { destinationId } });
  const session = redeemed.ok ? await findSessionOfToken(redeemed.value.sessionToken, start) : undefined;
  expect(session?.person.id).toBe('anna');
  expect(await at(start, () => isLinkUsable(token))).toBe(false);
  expect(await redeem(token)).toEqual(gone);
  expect(await countSessions()).toBe(1);
  const verified = await read((db) =>
    db.select({ at: people.emailVerifiedAt }).from(people).where(eq(people.id, 'anna')),
  );
  expect(verified).toEqual([{ at: start }]);
});

test('of ten at once one gets a session', async () => {
  const token = await askForToken();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => redeem(token)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await countSessions()).toBe(1);
});

test('after 10 minutes it is too old', async () => {
  const token = await askForToken();
  expect(await at(start + 10 * MINUTE, () => isLinkUsable(token))).toBe(false);
  expect(await redeem(token, start + 10 * MINUTE)).toEqual(gone);
  expect(await redeem(token, start + 10 * MINUTE - 1)).toMatchObject({ ok: true });
});

test('a newer link voids the older ones of the address, and of no other', async () => {
  const first = await askForToken();
  await ask(start + 1, 'nikos@kyma.example');
  const second = await askForToken(start + 2);
  const [, nikos = ''] = await listTokens();
  expect(await redeem(first, start + 3)).toEqual(gone);
  expect(await redeem(nikos, start + 3)).toMatchObject({ ok: true });
  expect(await redeem(second, start + 3)).toMatchObject({ ok: true });
});

test('an unknown address gets the same answer and the same rows, but its link signs nobody in', async () => {
  expect(await ask(start, 'nobody@nowhere.example')).toEqual(await ask(start));
  expect(await read((db) => db.$count(magicLinks))).toBe(2);
  const tokens = await listTokens();
  const outcomes = await Promise.all(tokens.map((token) => redeem(token)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
});

test('the sixth unused link of ten minutes is not sent, and the answer is the same', async () => {
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await ask(start + n));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: true })]));
  expect(await listTokens()).toHaveLength(5);
  await ask(start + 10 * MINUTE + 1);
  expect(await listTokens()).toHaveLength(6);
});

test('the destination of another link is not followed', async () => {
  const token = await askForToken();
  const redeemed = await at(start, () => redeemMagicLink({ token, kept: newSecretToken() }, undefined));
  expect(redeemed).toMatchObject({ ok: true, value: { destinationId: undefined } });
});

test.each(['', 'x', 'x'.repeat(43), '../../etc/passwd', "' or 1=1 --"])('%j is no link', async (token) => {
  await ask();
  expect(await redeem(token)).toEqual(gone);
  expect(await isLinkUsable(token)).toBe(false);
  expect(await countSessions()).toBe(0);
});

test('the database holds the hash of the token, until it is sent in the outbox alone', async () => {
  const token = await askForToken();
  const links = await read((db) => db.select().from(magicLinks));
  expect(JSON.stringify(links)).not.toContain(token);
});
