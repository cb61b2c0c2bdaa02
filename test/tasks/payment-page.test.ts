import { expect, test } from 'vitest';
import { answerBankAt, askPage, enterCardAt, pageClock, pageOrigin, typed } from '@/test/support/payment-page';

const MINUTE = 60_000;
const asked = {
  idempotencyKey: 'one',
  locale: 'sv-SE',
  payer: 'Nordlys Bygg AB, <Kontoret>',
  returnUrl: 'http://localhost:1234/sv-SE/billing?setup=one#step',
  cancelUrl: 'http://localhost:1234/sv-SE/billing#step',
};
const open = async (changed: Partial<typeof asked> = {}) =>
  (await askPage('/setup-sessions', { ...asked, ...changed })).body;

test('a merchant without the secret is told nothing', async () => {
  const { id } = await open();
  for (const key of ['', 'guessed', `${'x'.repeat(300)}`]) {
    expect(await askPage('/setup-sessions', asked, key)).toEqual({ status: 401, body: { error: 'unauthorized' } });
    expect((await askPage(`/setup-sessions/${id}`, undefined, key)).status).toBe(401);
  }
});

test.each<[string, object]>([
  ['an empty one', {}],
  ['one with more', { ...asked, amount: 1 }],
  ['one that leads to a script', { ...asked, returnUrl: 'javascript:alert(1)' }],
  ['one without a key', { ...asked, idempotencyKey: '' }],
])('%s is malformed', async (_, body) => {
  expect(await askPage('/setup-sessions', body)).toEqual({ status: 400, body: { error: 'malformed' } });
});

test('the same key is the same visit', async () => {
  const first = await open({ idempotencyKey: 'twice' });
  expect(await open({ idempotencyKey: 'twice' })).toEqual(first);
  expect(await open({ idempotencyKey: 'other' })).not.toEqual(first);
});

test('a card is given once and leads back; the merchant learns all but the number', async () => {
  const { id, url } = await open({ idempotencyKey: 'given' });
  expect((await askPage(`/setup-sessions/${id}`)).body).toEqual({ status: 'open' });
  expect(await enterCardAt(url)).toMatchObject({ status: 303, location: asked.returnUrl });
  const { body } = await askPage(`/setup-sessions/${id}`);
  expect(body).toEqual({
    status: 'complete',
    card: {
      token: expect.stringMatching(/^tok_mastercard\.[\w-]{24}$/),
      brand: 'Mastercard',
      lastFour: '4444',
      expiryMonth: '2029-04',
    },
  });
  expect(await enterCardAt(url, { number: '4242424242424242' })).toMatchObject({ status: 303 });
  expect((await askPage(`/setup-sessions/${id}`)).body).toEqual(body);
  const again = await fetch(url, { redirect: 'manual' });
  expect([again.status, again.headers.get('location')]).toEqual([303, asked.returnUrl]);
});

test('the form is in the reader’s language, escaped, and without a script', async () => {
  const { url } = await open({ idempotencyKey: 'shown' });
  const answer = await fetch(url, { headers: { 'accept-language': 'en' } });
  const text = await answer.text();
  expect(text).toContain('<html lang="sv">');
  expect(text).toContain('Nordlys Bygg AB, &#60;Kontoret&#62;');
  expect(text).not.toMatch(/<script|\son\w+=/);
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self' http://localhost:1234; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(await (await fetch(`${url}?lang=en`)).text()).toContain('<html lang="en">');
});

test('what is wrong is said at its field; month and name stay, number and code do not', async () => {
  const { url, id } = await open({ idempotencyKey: 'wrong' });
  const wrong = { number: '4242 4242 4242 4241', cvc: '987', name: 'Maja "M" <Sandberg>' };
  const { status, text } = await enterCardAt(url, wrong);
  expect(status).toBe(422);
  expect(text).toContain('Numret stämmer inte. Kontrollera varje siffra.');
  expect(text).toContain('value="04/29"');
  expect(text).toContain('value="Maja &#34;M&#34; &#60;Sandberg&#62;"');
  expect(text).not.toMatch(/4242 ?4242 ?4242 ?4241|987/);
  expect((await askPage(`/setup-sessions/${id}`)).body).toEqual({ status: 'open' });
});

test('a form from another site, one too large and other methods save nothing', async () => {
  const { url, id } = await open({ idempotencyKey: 'foreign' });
  expect((await enterCardAt(url, {}, 'https://elsewhere.example')).status).toBe(403);
  expect((await enterCardAt(url, { name: 'x'.repeat(9000) })).status).toBe(422);
  expect((await fetch(url, { method: 'PUT', body: new URLSearchParams(typed) })).status).toBe(405);
  expect((await askPage(`/setup-sessions/${id}`)).body).toEqual({ status: 'open' });
});

test('a visit lasts half an hour', async () => {
  const { url, id } = await open({ idempotencyKey: 'late' });
  pageClock.now += 30 * MINUTE - 1;
  expect((await fetch(url)).status).toBe(200);
  pageClock.now += 1;
  const gone = await fetch(url);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('This page has expired')]);
  expect((await enterCardAt(url)).status).toBe(410);
  expect((await askPage(`/setup-sessions/${id}`)).body).toEqual({ status: 'gone' });
});

const waiting = {
  reference: 'sandbox_approval_0123456789abcdef_1612.50_SEK',
  idempotencyKey: 'visit',
  locale: 'sv-SE',
  returnUrl: asked.returnUrl,
};
const ask = async (changed: Partial<typeof waiting> = {}) =>
  (await askPage('/approvals', { ...waiting, ...changed })).body;

test('a payer is asked in their language for exactly the amount, and the first answer stays', async () => {
  const { url } = await ask();
  expect(await ask()).toMatchObject({ url });
  expect(await (await fetch(url)).text()).toMatch(/<html lang="sv">[\s\S]*Godkänn 1\s612,50\skr/);
  const text = await (await fetch(`${url}?lang=en`)).text();
  expect(text).toMatch(/Approve SEK\s1,612\.50/);
  expect(text).not.toMatch(/<script|\son\w+=/);
  const status = async () => (await askPage(`/approvals/${waiting.reference}`)).body;
  expect(await status()).toEqual({ status: 'open' });
  expect(await answerBankAt(url, 'approve', 'https://elsewhere.example')).toMatchObject({ status: 403 });
  expect(await answerBankAt(url, 'perhaps')).toMatchObject({ status: 422 });
  expect(await answerBankAt(url, 'refuse')).toEqual({ status: 303, location: waiting.returnUrl });
  expect(await answerBankAt(url, 'approve')).toEqual({ status: 303, location: waiting.returnUrl });
  expect(await status()).toEqual({ status: 'declined' });
});

test('a visit to approve lasts half an hour, and another one can be made', async () => {
  const reference = 'sandbox_approval_late_10_JPY';
  const { url } = await ask({ reference, idempotencyKey: 'late-visit' });
  pageClock.now += 30 * MINUTE;
  expect((await fetch(url)).status).toBe(410);
  expect((await answerBankAt(url, 'approve')).status).toBe(410);
  const again = await ask({ reference, idempotencyKey: 'later-visit' });
  await answerBankAt(again.url, 'approve');
  expect((await askPage(`/approvals/${reference}`)).body).toEqual({ status: 'succeeded' });
});

test.each([
  ['without an amount', { reference: 'sandbox_approval' }],
  ['in no currency', { reference: 'sandbox_approval_10_kr' }],
  ['without a key', { idempotencyKey: '' }],
  ['that leads to a script', { returnUrl: 'javascript:alert(1)' }],
])('a charge %s is not asked about', async (_, changed) => {
  expect(await askPage('/approvals', { ...waiting, ...changed })).toEqual({
    status: 400,
    body: { error: 'malformed' },
  });
  expect((await askPage('/approvals', waiting, 'guessed')).status).toBe(401);
});

test.each(['/', '/approve', '/approve/nothing', '/pay', '/pay/', '/pay/nothing', '/somewhere/else', '/%'])(
  '%s is answered',
  async (path) => {
    const answer = await fetch(pageOrigin + path);
    expect([404, 410]).toContain(answer.status);
  },
);
