import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { answerForm, findAnswer, followedAnswers, isRefusal } from '@/lib/server/form-answer';
import { putDoors } from '@/lib/server/request-doors';
import { portOf } from '@/test/support/port-of';

/** Answers with the codes that its path names, a while after the request came in. */
const server = createServer(async (request, response) => {
  await new Promise(setImmediate);
  const codes = (request.url ?? '').slice(1).split(',').filter(Boolean);
  answerForm('quantity', {
    errors: codes.map((code) => ({ field: null, code })),
    typed: { quantity: request.url ?? '' },
  });
  await new Promise(setImmediate);
  response.end(JSON.stringify({ isRefusal: isRefusal(), own: findAnswer('quantity'), other: findAnswer('plan') }));
});
let origin = '';

beforeAll(async () => {
  putDoors(followedAnswers());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${portOf(server.address())}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ['busy', 503, '5'],
  ['still_running', 409, '5'],
  ['key_reused', 422, null],
  ['not_found', 404, null],
  ['permission_missing', 403, null],
  ['form_malformed', 400, null],
  ['quantity_empty', 200, null],
  ['quantity_empty,busy', 503, '5'],
])('a page that tells of %s has status %i', async (codes, status, retryAfter) => {
  const answer = await fetch(`${origin}/${codes}`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
  const errors = codes.split(',').map((code) => ({ field: null, code }));
  expect(await answer.json()).toEqual({
    isRefusal: true,
    own: { errors, typed: { quantity: `/${codes}` } },
    other: UNTOUCHED,
  });
});

test('answers at once keep their own status', async () => {
  const asked = ['busy', 'quantity_empty', 'key_reused', 'quantity_empty', 'not_found'];
  const answers = await Promise.all(asked.map((code) => fetch(`${origin}/${code}`)));
  expect(answers.map(({ status }) => status)).toEqual([503, 200, 422, 200, 404]);
});

test('a page that tells of nothing is like any other', async () => {
  const answer = await fetch(origin);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ isRefusal: false, own: UNTOUCHED, other: UNTOUCHED });
});

test('outside of a request there is no page to tell', () => {
  answerForm('quantity', { errors: [{ field: null, code: 'busy' }], typed: {} });
  expect([isRefusal(), findAnswer('quantity')]).toEqual([false, UNTOUCHED]);
});
