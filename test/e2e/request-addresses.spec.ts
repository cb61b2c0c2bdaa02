import { expect, test } from '@/test/support/browser-test';
import { ASTRID, signInAs } from '@/test/support/people';
import { rowsOf } from '@/test/support/site-rows';

const guide = '/help/change-license-quantity';
const oneHop = { maxRedirects: 0 } as const;

test('the inner addresses are not there', async ({ request }) => {
  for (const path of [
    '/en-US/live/help',
    `/sv-SE/live${guide}`,
    '/en-US/live/missing',
    '/live/help',
    '/en-us/live/help',
  ]) {
    expect((await request.get(path, oneHop)).status(), path).toBe(404);
  }
});

test('every other spelling of a language leads to the one in a single hop', async ({ request }) => {
  for (const spelling of ['sv-se', 'SV-SE', 'sv_SE', 'Sv_se', 'sv', 'SV']) {
    const answer = await request.get(`/${spelling}${guide}?app=x`, oneHop);
    expect(answer.status(), spelling).toBe(308);
    expect(answer.headers().location).toBe(`/sv-SE${guide}?app=x`);
    const there = await request.get(answer.headers().location ?? '', oneHop);
    expect(there.status()).toBe(200);
  }
  for (const path of ['/en-US', '/en-US/', '/EN-us', '/en-US/help/']) {
    const answer = await request.get(path, oneHop);
    expect([answer.status(), answer.headers().location], path).toEqual([308, '/en-US/help']);
  }
});

test('a language that is not there is answered in the reader’s own', async ({ request }) => {
  for (const [acceptLanguage, lang] of [
    ['sv', 'sv-SE'],
    ['fr, sv-FI;q=0.8', 'sv-SE'],
    ['fr', 'en-US'],
    ['', 'en-US'],
  ] as const) {
    const answer = await request.get(`/de-DE${guide}`, { ...oneHop, headers: { 'accept-language': acceptLanguage } });
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-language']).toBe(lang);
    expect(await answer.text()).toContain(`<html lang="${lang}"`);
  }
});

test('a choice of language is remembered, and only a choice', async ({ request }) => {
  const looked = await request.get(`/en-US${guide}`, oneHop);
  expect(looked.headers()['set-cookie']).toBeUndefined();
  const chosen = await request.get(`/en-US${guide}?app=x&hl=sv-SE`, oneHop);
  expect([chosen.status(), chosen.headers().location]).toEqual([302, `/sv-SE${guide}?app=x`]);
  expect(chosen.headers()['set-cookie']).toContain('stegvis-language=sv-SE');
  const again = await request.get('/', { ...oneHop, headers: { 'accept-language': 'en-US' } });
  expect(again.headers().location).toBe('/sv-SE/help');
});

test('an address without a language leads to the reader’s', async ({ request }) => {
  for (const path of ['/', '/help', guide]) {
    const to = path === '/' ? '/help' : path;
    for (const [acceptLanguage, locale] of [
      ['sv-SE,en;q=0.5', 'sv-SE'],
      ['en-GB', 'en-US'],
      ['nonsense;;q', 'en-US'],
    ] as const) {
      const answer = await request.get(path, { ...oneHop, headers: { 'accept-language': acceptLanguage } });
      expect([answer.status(), answer.headers().location], path).toEqual([302, `/${locale}${to}`]);
      expect(answer.headers().vary).toContain('Accept-Language');
    }
  }
});

test('a person’s own setting is stronger than cookie and browser', async ({ page, site }) => {
  await rowsOf(site, "update people set locale = 'sv-SE' where id = 'astrid-lindqvist'");
  await signInAs(page, 'en-US', ASTRID);
  await page.request.get(`/en-US${guide}?hl=en-US`, oneHop);
  const answer = await page.request.get('/', { ...oneHop, headers: { 'accept-language': 'en-US' } });
  expect(answer.headers().location).toBe('/sv-SE/help');
  await rowsOf(site, "update people set locale = null where id = 'astrid-lindqvist'");
});
