import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { revokeClientSecrets, saveClientSecret } from '@/db/publisher-secrets';
import { at, everything, job, newDemoDatabase } from '@/test/support/database';
import {
  askToken,
  call,
  newAccessToken,
  newProgram,
  newSecret,
  tokenFields,
  toldBy,
} from '@/test/support/publisher-api';

const now = at('2026-11-22');
const WHOLE = { depth: null, maxArrayLength: null, maxStringLength: null };
const HOUR = 3_600_000;
const unknown = '00000000-0000-4000-8000-000000000000';

test('a secret is exchanged for a token that lives an hour; only hashes are kept', async () => {
  await newDemoDatabase();
  const program = await newProgram('tallyworks', now);
  const answer = await askToken({ ...tokenFields(program), scope: 'x/.default', resource: 'x' }, now);
  const token = await answer.json();
  expect(token).toEqual({ token_type: 'Bearer', expires_in: 3600, access_token: expect.stringMatching(/^[\w-]{43}$/) });
  const as = token.access_token;
  expect(await toldBy(await call('find', { as, id: unknown, now: now + HOUR - 1 }))).toBe('404 not_found');
  expect(await toldBy(await call('find', { as, id: unknown, now: now + HOUR }))).toBe('403 unauthorized');
  const kept = inspect(await everything(), WHOLE);
  for (const secret of [program.secret, as]) expect(kept).not.toContain(secret);
});

test.each([
  ['another secret', { client_secret: 'x'.repeat(43) }, 401, 'invalid_client'],
  ['no secret', { client_secret: '' }, 401, 'invalid_client'],
  ['another client', { client_id: unknown }, 401, 'invalid_client'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
] as const)('%s gets no token', async (_, fields, status, error) => {
  await newDemoDatabase();
  const answer = await askToken({ ...tokenFields(await newProgram('tallyworks', now)), ...fields }, now);
  expect([answer.status, await answer.json()]).toEqual([status, { error }]);
  expect((await everything()).publisher_access_tokens).toEqual([]);
});

test('a body that is no form gets no token', async () => {
  await newDemoDatabase();
  const none: Readonly<Record<string, string>>[] = [
    {},
    { client_id: 'a' },
    { grant_type: 'client_credentials', client_id: 'x'.repeat(9000) },
  ];
  for (const fields of none) expect((await askToken(fields, now)).status).toBe(400);
});

test('two secrets are active at most, and a revoked one takes its tokens with it', async () => {
  await newDemoDatabase();
  const first = await newProgram('tallyworks', now);
  const second = { ...first, secret: await newSecret(first.clientId, now) };
  const third = { clientId: first.clientId, secretHash: 'a'.repeat(64), createdAt: now };
  expect(await saveClientSecret(job, third)).toEqual({ ok: false, refusal: 'secrets_full' });
  const tokens = [await newAccessToken(first, now), await newAccessToken(second, now)];
  await revokeClientSecrets(job, first.clientId, now);
  for (const as of tokens) expect((await call('find', { as, id: unknown, now })).status).toBe(403);
  for (const program of [first, second]) expect((await askToken(tokenFields(program), now)).status).toBe(401);
  expect((await saveClientSecret(job, third)).ok).toBe(true);
});

test('one network may ask for sixty tokens at once and one a second after, whatever it is answered', async () => {
  await newDemoDatabase();
  const guess = { ...tokenFields(await newProgram('tallyworks', now)), client_secret: 'x'.repeat(43) };
  const from = '198.51.100.7';
  for (let turn = 0; turn < 60; turn += 1) expect((await askToken(guess, now, from)).status).toBe(401);
  const refused = await askToken(guess, now, from);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await refused.json()).toEqual({ error: 'temporarily_unavailable' });
  expect((await askToken({}, now, `203.0.113.1, ${from}`)).status).toBe(429);
  expect((await askToken(guess, now + 999, from)).status).toBe(429);
  expect((await askToken(guess, now + 1000, from)).status).toBe(401);
  expect((await askToken(guess, now + 1000, '198.51.100.8')).status).toBe(401);
});

test('one client is given thirty at once, from wherever; who guesses in its name takes none of them', async () => {
  await newDemoDatabase();
  const program = await newProgram('tallyworks', now);
  const guess = { ...tokenFields(program), client_secret: 'x'.repeat(43) };
  for (let turn = 0; turn < 40; turn += 1) expect((await askToken(guess, now)).status).toBe(401);
  const answers = await Promise.all(Array.from({ length: 40 }, () => askToken(tokenFields(program), now)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(Array.from({ length: 10 }, () => '2'));
  expect((await everything()).publisher_access_tokens).toHaveLength(30);
  expect((await askToken(tokenFields(await newProgram('meltemi', now)), now)).status).toBe(200);
  expect((await askToken(tokenFields(program), now + 2000)).status).toBe(200);
});
