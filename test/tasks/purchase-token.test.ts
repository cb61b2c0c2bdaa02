import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { purchaseTokens } from '@/db/schema';
import { at, buy, everything, newDemoDatabase, requireAccepted, subscriptionNow } from '@/test/support/database';
import { call, newAccessToken, newProgram, toldBy, visitPortal } from '@/test/support/publisher-api';

const id = 'bought';
const now = at('2026-11-22');
const WHOLE = { depth: null, maxArrayLength: null, maxStringLength: null };
const DAY = 24 * 3_600_000;

/** A bought app of Tallyworks', its publisher, and another one, both with an access token. */
async function start() {
  await newDemoDatabase();
  requireAccepted(await buy({ id, on: '2026-11-22' }));
  const own = await newProgram('tallyworks', now);
  const other = await newProgram('brattkant', now);
  return { own: await newAccessToken(own, now), other: await newAccessToken(other, now), program: own };
}

test('fifty resolves at once get one answer, and one of them leaves a trace', async () => {
  const { own } = await start();
  const token = await visitPortal('johan-ekstrom', id, now);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => call('resolve', { as: own, token, now: now + 1 })),
  );
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(texts).size).toBe(1);
  expect(JSON.parse(texts[0] ?? '')).toMatchObject({ id: (await subscriptionNow(id)).fulfilmentId, quantity: 10 });
  expect(await read((db) => db.select().from(purchaseTokens))).toMatchObject([
    { resolvedAt: now + 1, intent: 'activate', personId: 'johan-ekstrom', publisherId: 'tallyworks' },
  ]);
});

test('a token with any bit flipped is nobody’s', async () => {
  const { own } = await start();
  const token = await visitPortal('johan-ekstrom', id, now);
  const octets = Buffer.from(token, 'base64url');
  for (let bit = 0; bit < octets.length * 8; bit += 1) {
    const flipped = Buffer.from(octets);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const answer = await call('resolve', { as: own, token: flipped.toString('base64url'), now });
    expect(await toldBy(answer)).toBe('403 forbidden');
  }
  expect((await call('resolve', { as: own, token, now })).status).toBe(200);
});

test('another publisher gets what an unknown token gets', async () => {
  const { other } = await start();
  const token = await visitPortal('johan-ekstrom', id, now);
  const before = await everything();
  const foreign = await call('resolve', { as: other, token, now });
  const unknown = await call('resolve', { as: other, token: 'x'.repeat(43), now });
  expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);
  expect(foreign.status).toBe(403);
  expect(await everything()).toEqual(before);
});

test('a token lives a day, in which the publisher may ask again', async () => {
  const { own, program } = await start();
  const token = await visitPortal('johan-ekstrom', id, now);
  const first = await call('resolve', { as: own, token, now });
  const last = now + DAY - 1;
  const again = await call('resolve', { as: await newAccessToken(program, last), token, now: last });
  expect(await again.json()).toEqual(await first.json());
  const late = await call('resolve', { as: await newAccessToken(program, last), token, now: now + DAY });
  expect(await toldBy(late)).toBe('400 token_expired');
});

test('a newer visit voids the older token', async () => {
  const { own } = await start();
  const older = await visitPortal('johan-ekstrom', id, now);
  const newer = await visitPortal('astrid-lindqvist', id, now + 1);
  expect(await toldBy(await call('resolve', { as: own, token: older, now: now + 2 }))).toBe('400 token_expired');
  expect((await call('resolve', { as: own, token: newer, now: now + 2 })).status).toBe(200);
});

test('only a hash is kept, and visits that are over are swept', async () => {
  await start();
  const token = await visitPortal('johan-ekstrom', id, now);
  expect(inspect(await everything(), WHOLE)).not.toContain(token);
  await visitPortal('johan-ekstrom', id, now + 1);
  expect(await read((db) => db.$count(purchaseTokens))).toBe(2);
  await visitPortal('johan-ekstrom', id, now + 2 * DAY);
  expect(await read((db) => db.$count(purchaseTokens))).toBe(1);
});

test.each([
  ['none', undefined, '400 token_missing'],
  ['an empty one', '', '400 token_missing'],
  ['a short one', 'abc', '400 token_malformed'],
  ['one that was not decoded', `${'x'.repeat(40)}%2B`, '400 token_malformed'],
  ['a huge one', 'x'.repeat(5000), '400 token_malformed'],
] as const)('as a token, %s is refused', async (_, token, expected) => {
  const { own } = await start();
  expect(await toldBy(await call('resolve', { as: own, now, ...(token === undefined ? {} : { token }) }))).toBe(
    expected,
  );
});
