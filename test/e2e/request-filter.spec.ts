import { expect, test } from '@/test/support/browser-test';
import { askRaw, ownForm } from '@/test/support/raw-request';
import { countActsAt } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const guide = '/sv-SE/help/change-license-quantity';
const forms = [guide, '/sv-SE/sign-in', '/sv-SE/account', `${guide}/useful`, '/sv-SE/sign-in/oidc', '/sv-SE/nowhere'];
const say = (status: 400 | 403 | 405 | 411 | 413 | 415) => `${words('sv-SE')(`refused.${status}`)}\n`;
const multipart = 'multipart/form-data; boundary=x';
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (...fields: readonly (readonly [string, string])[]) =>
  `${fields.map(([name, value]) => field(name, value)).join('')}--x--\r\n`;

let before: readonly string[][];
test.beforeEach(async ({ site }) => {
  before = await countActsAt(site);
});
test.afterEach(async ({ site }) => {
  expect(await countActsAt(site)).toEqual(before);
});

test('a form that does not come from the site is refused', async ({ site }) => {
  const strange = [
    { origin: 'http://evil.example' },
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'http://evil.example', host: 'evil.example' },
    { origin: 'null' },
    { origin: undefined },
    { origin: undefined, 'sec-fetch-site': 'cross-site' },
    { origin: 'http://[::', host: '[::' },
    { origin: 'http://', host: '' },
  ];
  for (const path of forms) {
    for (const headers of strange) {
      const answer = await askRaw(site, {
        method: 'POST',
        path,
        headers: { ...ownForm(site), ...headers },
        body: 'answer=yes',
      });
      expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(headers.host === '' ? answer.status : 403);
      expect(answer.status).toBeLessThan(500);
    }
  }
  const told = await askRaw(site, {
    method: 'POST',
    path: guide,
    headers: { 'content-type': multipart },
    body: form(),
  });
  expect(told.body).toContain(say(403).trim());
});

test('a body that is no form of the site’s is refused in words', async ({ site }) => {
  const own = ownForm(site, multipart);
  const bent = [
    [413, { headers: own, body: form(['note', 'x'.repeat(70_000)]) }],
    [
      411,
      {
        headers: { ...own, 'content-length': undefined, 'transfer-encoding': 'chunked' },
        body: '3\r\na=b\r\n0\r\n\r\n',
      },
    ],
    [415, { headers: ownForm(site, 'text/plain'), body: 'a=b' }],
    [415, { headers: ownForm(site, 'application/json'), body: '{}' }],
    [400, { headers: own, body: 'garbage' }],
    [400, { headers: own, body: '--x\r\nContent-Disposition: form-data; na' }],
  ] as const;
  for (const path of forms) {
    for (const [status, request] of bent) {
      const answer = await askRaw(site, { method: 'POST', path, ...request });
      expect(answer.status, `${path} ${request.body.slice(0, 40)}`).toBe(status);
      expect(answer.body).toContain(say(status).trim());
    }
  }
});

test('a form that says its action in a broken way is refused, a repeated or strange field too', async ({
  site,
  request,
}) => {
  const html = await (await request.get('/sv-SE/sign-in')).text();
  const id = /name="\$ACTION_ID_([0-9a-f]{42})"/.exec(html)?.[1] ?? '';
  expect(id).not.toBe('');
  const direct = [`$ACTION_ID_${id}`, ''] as const;
  const bound = JSON.stringify({ id, bound: '$@1' });
  const plain = [
    form(['$ACTION_REF_1', ''], ['$ACTION_1:0', 'garbage']),
    form(['$ACTION_REF_1', '']),
    form(['$ACTION_REF_1', ''], ['$ACTION_1:0', bound]),
    form(['$ACTION_REF_1', ''], ['$ACTION_1:0', bound], ['$ACTION_1:1', '["$F1"]']),
    form(direct, direct),
    form(direct, ['$ACTION_REF_1', '']),
  ];
  for (const body of plain) {
    const answer = await askRaw(site, {
      method: 'POST',
      path: '/sv-SE/sign-in',
      headers: ownForm(site, multipart),
      body,
    });
    expect([answer.status, answer.body.includes(say(400).trim())], body).toEqual([400, true]);
  }
  const rows = [
    '[]',
    '[null]',
    '["$K1"]',
    '["$F1"]',
    '["$1:a:b"]',
    '["$@1"]',
    '["$h1"]',
    '["$B1"]',
    `${'['.repeat(9000)}${']'.repeat(9000)}`,
  ];
  for (const row of rows) {
    const headers = { ...ownForm(site, multipart), 'next-action': id, accept: 'text/x-component' };
    const answer = await askRaw(site, { method: 'POST', path: '/sv-SE/sign-in', headers, body: form(['0', row]) });
    expect(answer.status, row.slice(0, 40)).toBe(400);
  }
  const good = [direct, ['locale', 'sv-SE'], ['form', 'person']] as const;
  const twice = form(...good, ['personId', 'astrid-lindqvist'], ['personId', 'maja-sandberg']);
  const headers = ownForm(site, multipart);
  const repeated = await askRaw(site, { method: 'POST', path: '/sv-SE/sign-in', headers, body: twice });
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('astrid-lindqvist') };
  const sent = { headers: { origin: site.origin }, multipart: { ...Object.fromEntries(good), personId: file } };
  const strange = await request.post('/sv-SE/sign-in', sent);
  expect([repeated.status, strange.status()]).toEqual([400, 400]);
  for (const html of [repeated.body, await strange.text()]) {
    expect(html).toContain(words('sv-SE')('signIn.why.form_malformed'));
  }
});

test('other methods are refused before anything runs', async ({ site }) => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
    for (const path of [...forms, '/', '/livez', '/api/auth/callback/oidc']) {
      const answer = await askRaw(site, { method, path, headers: { origin: site.origin } });
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(answer.head.toLowerCase()).toContain('allow: get, head, post');
      if (path.startsWith('/sv-SE')) expect(answer.body).toContain(say(405).trim());
    }
  }
  expect((await askRaw(site, { method: 'NONSENSE', path: guide })).status).toBe(400);
});

test('a broken address or header is nobody’s page, and never a failure', async ({ site }) => {
  for (const path of [
    '/%00',
    '/sv-SE/%00',
    '/sv-SE/apps/%00',
    '/sv-SE/apps/%ff',
    '/sv-SE/receipts/%E0%A4',
    '/sv-SE/%zz',
    '/%',
    '*',
  ]) {
    expect((await askRaw(site, { path })).status, path).toBe(404);
  }
  for (const path of ['?app=%00', '?app=%ff', '?preview=%', '?kept=%00&notice=%ED%A0%80']) {
    expect((await askRaw(site, { path: guide + path })).status, path).toBe(200);
  }
  expect((await askRaw(site, { path: guide, headers: { 'x-large': 'a'.repeat(16_384) } })).status).toBe(431);
  for (const language of [';;;,q=', '*', 'sv;q=9', 'å', 'en-US,'.repeat(500)]) {
    const answer = await askRaw(site, { headers: { 'accept-language': language } });
    expect(answer.status, language.slice(0, 20)).toBe(302);
  }
  for (const cookie of [
    'stegvis=%E0%A4%A',
    `stegvis=${'a'.repeat(43)}`,
    'stegvis-language=%',
    'stegvis-language=de-DE',
  ]) {
    expect((await askRaw(site, { path: guide, headers: { cookie } })).status, cookie).toBe(200);
  }
});
