import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptPages } from '@/lib/server/kept-pages';
import { portOf } from '@/test/support/port-of';

let asked: string[];
let stop: () => Promise<void>;
let port: number;

/** Answers as Next does: in pieces, a page made at build with a mark. */
beforeEach(async () => {
  asked = [];
  const door = keptPages();
  const server = createServer((request, response) => door(request, response, () => answer(request, response)));
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    const status = request.url === '/gone' ? 404 : 200;
    if (request.url !== '/live') response.setHeader('x-nextjs-prerender', '1');
    response.setHeader('etag', '"one"');
    response.setHeader('content-language', 'sv-SE');
    response.writeHead(status);
    response.write('Ändra ');
    response.end(Buffer.from(`antal: ${request.headers['accept-encoding'] ?? 'allt'}`));
  };
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  port = portOf(server.address());
  stop = () => new Promise((resolve) => server.close(() => resolve()));
});
afterEach(() => stop());

type Asked = { readonly path: string; readonly method?: string; readonly headers?: Record<string, string> };

async function ask({ path, method = 'GET', headers = {} }: Asked) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: 'localhost', port, path, method, headers, agent: false }, resolve).on('error', reject);
  });
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('a page made at build is asked for once, and answered alike from then on', async () => {
  const [first, second] = [await ask({ path: '/page' }), await ask({ path: '/page' })];
  expect(asked).toEqual(['/page']);
  expect([second.status, second.body]).toEqual([first.status, first.body]);
  expect(second.body).toBe('Ändra antal: allt');
  expect(second.headers).toMatchObject({ etag: '"one"', 'content-language': 'sv-SE', 'content-length': '18' });
});

test('each encoding is a page of its own', async () => {
  const bodies = [];
  for (const encoding of ['gzip', 'identity', 'gzip']) {
    bodies.push((await ask({ path: '/page', headers: { 'accept-encoding': encoding } })).body);
  }
  expect(bodies).toEqual(['Ändra antal: gzip', 'Ändra antal: identity', 'Ändra antal: gzip']);
  expect(asked).toEqual(['/page', '/page']);
});

test.each(['"one"', 'W/"one"', '"none", "one"'])('who has it already (%s) is told so', async (had) => {
  await ask({ path: '/page' });
  const { status, body } = await ask({ path: '/page', headers: { 'if-none-match': had } });
  expect([status, body, asked.length]).toEqual([304, '', 1]);
});

test.each<[string, Asked]>([
  ['a reader who has a cookie', { path: '/page', headers: { cookie: 'a=b' } }],
  ['an address that asks for more', { path: '/page?notice=signed_out' }],
  ['a form', { path: '/page', method: 'POST' }],
  ['a part of the page', { path: '/page', headers: { range: 'bytes=0-1' } }],
  ['what a script of Next asks for', { path: '/page', headers: { rsc: '1' } }],
  ['what a script of Next fetches ahead', { path: '/page', headers: { 'next-router-prefetch': '1' } }],
])('%s is answered by the site', async (_, other) => {
  await ask({ path: '/page' });
  await ask(other);
  await ask(other);
  expect(asked).toEqual(['/page', other.path, other.path]);
});

test('another page is another answer', async () => {
  for (const path of ['/page', '/other', '/page', '/other']) await ask({ path });
  expect(asked).toEqual(['/page', '/other']);
});

test.each(['/live', '/gone'])('%s is not kept', async (path) => {
  await ask({ path });
  await ask({ path });
  expect(asked).toEqual([path, path]);
});
