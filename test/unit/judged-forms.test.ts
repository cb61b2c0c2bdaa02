import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { judgedForms } from '@/lib/server/judged-forms';
import { MAX_BODY_OCTETS } from '@/lib/server/request-limits';
import { portOf } from '@/test/support/port-of';

const KNOWN = '7f633cddc1cb51ec33789d8797f823744c2334b733';
const type = 'application/x-www-form-urlencoded';
const runnable = `%24ACTION_ID_${KNOWN}=&quantity=12`;

let folder = '';
let port = 0;
let stop: () => Promise<void> = async () => {};

/** Behind the door everything is answered with what it was told, and with the body as it came. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'judged-'));
  mkdirSync(join(folder, '.next/server'), { recursive: true });
  writeFileSync(join(folder, '.next/server/server-reference-manifest.json'), JSON.stringify({ node: { [KNOWN]: {} } }));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const door = judgedForms();
  const server = createServer((asked, response) =>
    door(asked, response, () => {
      const told = asked.headers['x-stegvis-runnable'] ?? 'no';
      void text(asked).then((body) => response.end(JSON.stringify([told, body])));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  port = portOf(server.address());
  stop = () => new Promise((resolve) => server.close(() => resolve()));
});

afterAll(async () => {
  await stop();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function send(parts: readonly string[], { headers, ...options }: RequestOptions = {}): Promise<unknown> {
  const length = Buffer.byteLength(parts.join(''));
  const own = { 'content-type': type, 'content-length': length, ...headers };
  const asking = request({ host: 'localhost', port, method: 'POST', agent: false, ...options, headers: own });
  const answered = new Promise<string>((resolve, reject) => {
    asking.on('response', (response) => text(response).then(resolve, reject)).on('error', reject);
  });
  for (const part of parts) {
    await new Promise((resolve) => asking.write(part, resolve));
    await new Promise(setImmediate);
  }
  asking.end();
  return JSON.parse(await answered);
}

test('a form of ours is told to be runnable, and its body is there to be read', async () => {
  expect(await send([runnable])).toEqual(['yes', runnable]);
});

test('so is one that comes in pieces, letters cut in two', async () => {
  const long = `${runnable}&note=${'å'.repeat(20_000)}`;
  expect(await send([long.slice(0, 3), long.slice(3, 9_000), long.slice(9_000)])).toEqual(['yes', long]);
});

test.each([
  ['an action that is not there', '%24ACTION_ID_other='],
  ['a form without an action', 'quantity=12'],
])('%s is not', async (_, body) => {
  expect(await send([body])).toEqual(['no', body]);
});

test.each<[string, string, RequestOptions]>([
  ['what is no form', '{}', { headers: { 'content-type': 'application/json' } }],
  ['what is too large', runnable.padEnd(MAX_BODY_OCTETS + 1, 'x'), {}],
  ['what is not read as it says', runnable, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['another method', runnable, { method: 'PUT' }],
])('%s is left to what comes behind', async (_, body, options) => {
  expect(await send([body], options)).toEqual(['no', body]);
});

test('nobody can say it of their own form', async () => {
  const headers = { 'x-stegvis-runnable': 'yes' };
  expect(await send(['quantity=12'], { headers })).toEqual(['no', 'quantity=12']);
  expect(await send([], { method: 'GET', headers })).toEqual(['no', '']);
});
