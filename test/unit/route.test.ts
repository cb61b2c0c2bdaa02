import { describe, expect, it } from 'vitest';
import { findPage, HANDLERS, PAGES } from '@/lib/server/pages';
import { answer, post } from './route-answers';

const QUANTITY = '/help/change-license-quantity';
const LIVE_QUANTITY = 'live /sv-SE/live/help/change-license-quantity';

describe('a page below its locale', () => {
  const table = [
    ['/help', 'static sv-SE', 'live /sv-SE/live/help', 'live /sv-SE/live/help'],
    ['/help/search', 'live /sv-SE/live/help/search', 'live /sv-SE/live/help/search', 'live /sv-SE/live/help/search'],
    [QUANTITY, 'static sv-SE', LIVE_QUANTITY, LIVE_QUANTITY],
    [`${QUANTITY}/useful`, 'refuse 405', 'refuse 405', 'handler'],
    ...[
      '/apps',
      '/billing',
      '/activity',
      '/account',
      '/sign-in',
      '/sign-in/again',
      '/sign-in/sent',
      '/sign-in/confirm',
      '/sign-in/refused',
      '/sign-in/invitation',
      '/team',
    ].map((path) => [path, `live /sv-SE${path}`, `live /sv-SE${path}`, `live /sv-SE${path}`] as const),
    ['/apps/own', ...same('live /sv-SE/apps/own subscription own')],
    ['/receipts/own', ...same('live /sv-SE/receipts/own receipt own')],
    ['/billing/profiles/own', ...same('live /sv-SE/billing/profiles/own billing_profile own')],
    ['/billing/invoices/own', ...same('live /sv-SE/billing/invoices/own invoice own')],
    ['/billing/invoices/own/pdf', 'handler', 'handler', 'refuse 405'],
    ['/billing/invoices/own/xml', 'handler', 'handler', 'refuse 405'],
    ['/billing/profiles/own/zip', 'handler', 'handler', 'refuse 405'],
    ['/biller', 'live /sv-SE/biller', 'live /sv-SE/biller', 'live /sv-SE/biller'],
    ['/hand-over', 'live /sv-SE/hand-over', 'live /sv-SE/hand-over', 'refuse 405'],
    ['/sign-in/oidc', 'refuse 405', 'refuse 405', 'handler'],
    ['/activity/csv', 'handler', 'handler', 'refuse 405'],
    ['/activity/json', 'handler', 'handler', 'refuse 405'],
    ['/demo-mailbox', ...same('live /sv-SE/demo-mailbox')],
    ['/demo-clock', ...same('live /sv-SE/demo-clock')],
    ['/demo-clock/move', 'refuse 405', 'refuse 405', 'handler'],
  ] as const;

  it.each(table)('%s: visitor %s, with a session %s, POST %s', (path, visitor, reader, posted) => {
    const at = `/sv-SE${path}`;
    expect(answer(at)).toBe(visitor);
    expect(answer(at, { method: 'HEAD' })).toBe(visitor);
    expect(answer(at, { hasSession: true })).toBe(reader);
    expect(answer(at, post)).toBe(posted);
    expect(answer(at, { ...post, hasSession: true })).toBe(posted);
  });

  it('stands in the table above if it has a policy', () => {
    expect(table.map(([path]) => findPage(path)?.page.path).sort()).toEqual(PAGES.map(({ path }) => path).sort());
  });

  function same(text: string) {
    return [text, text, text] as const;
  }
});

describe('a view of a guide', () => {
  const twin = (view: string) => `static sv-SE /sv-SE/help/change-license-quantity/${view}`;

  it.each([
    ['a visitor reads both', '/sv-SE', '?view=both', {}, twin('both')],
    ['a visitor reads the source', '/sv-SE', '?view=source&app=own', {}, twin('source')],
    ['nonsense is the page itself', '/sv-SE', '?view=other', {}, 'static sv-SE'],
    ['the source needs no other view of itself', '/en-US', '?view=both', {}, 'static en-US'],
    ['a reader gets it live', '/sv-SE', '?view=both', { hasSession: true }, LIVE_QUANTITY],
  ] as const)('%s', (_, locale, query, more, expected) => {
    expect(answer(`${locale}${QUANTITY}`, { query, ...more })).toBe(expected);
  });

  it.each(['both', 'source'])('has no address of its own: %s', (view) => {
    expect(answer(`/sv-SE${QUANTITY}/${view}`)).toBe('missing');
  });

  it('is there for guides only', () => {
    expect(answer('/sv-SE/help', { query: '?view=both' })).toBe('static sv-SE');
  });
});

describe('a handler without a locale', () => {
  it.each(HANDLERS.map(({ path }) => path))('%s answers GET and HEAD only', (path) => {
    expect(answer(path)).toBe('handler');
    expect(answer(path, { method: 'HEAD' })).toBe('handler');
    expect(answer(path, post)).toBe('refuse 405');
    expect(answer(`${path}/`)).toBe('missing');
  });
});

describe('an address', () => {
  it.each([
    ['/', {}, '302 /en-US/help'],
    ['/', { acceptLanguage: 'sv-FI,en;q=0.5' }, '302 /sv-SE/help'],
    ['/', { acceptLanguage: 'sv', chosenLocale: 'en-US' }, '302 /en-US/help'],
    ['/', { acceptLanguage: 'en', chosenLocale: 'en-US', personLocale: 'sv-SE' }, '302 /sv-SE/help'],
    ['/', { chosenLocale: 'xx', acceptLanguage: 'sv' }, '302 /sv-SE/help'],
    ['/apps/', { query: '?sort=date' }, '302 /en-US/apps?sort=date'],
    ['/help/change-license-quantity', { acceptLanguage: 'sv' }, `302 /sv-SE${QUANTITY}`],
    ['/help/change-license-quantity/useful', post, 'missing'],
    ['/sign-in/oidc', {}, 'missing'],
    ['/demo-mailbox', {}, '302 /en-US/demo-mailbox'],
    ['/demo-mailbox', { isDemo: false }, 'missing'],
    ['/demo-clock', { isDemo: false }, 'missing'],
    ['/demo-clock/move', { ...post, isDemo: false }, 'missing'],
    ['/nothing', {}, 'missing'],
    ['/de-DE/help', {}, 'missing'],
    ['/sv-FI/help', {}, 'missing'],
    ['//evil.example', {}, 'missing'],
    ['/\\evil.example', {}, 'missing'],
  ] as const)('without a known locale: %s %j → %s', (path, more, expected) => {
    expect(answer(path, more)).toBe(expected);
  });

  it.each(['sv', 'SV', 'sv-se', 'SV-SE', 'sv_SE', 'Sv_sE'])(
    'under /%s is led to its one spelling in one hop',
    (tag) => {
      expect(answer(`/${tag}/help`)).toBe('308 /sv-SE/help');
      expect(answer(`/${tag}/apps/own/`, { query: '?preview=1' })).toBe('308 /sv-SE/apps/own?preview=1');
      expect(answer(`/${tag}/nothing`)).toBe('missing');
      expect(answer(`/${tag}/demo-mailbox`, { isDemo: false })).toBe('missing');
    },
  );

  it.each([
    ['/sv-SE', '308 /sv-SE/help'],
    ['/sv-SE/', '308 /sv-SE/help'],
    ['/sv-SE/help/', '308 /sv-SE/help'],
    ['/sv-SE/help///', '308 /sv-SE/help'],
    ['/sv-SE//help', 'missing'],
    ['/sv-SE//evil.example', 'missing'],
    ['/sv-SE/nothing', 'missing'],
    ['/sv-SE/help/no-such-guide', 'missing'],
    ['/sv-SE/apps/own/more', 'missing'],
    ['/sv-SE/live/help', 'missing'],
    ['/sv-SE/live/missing', 'missing'],
    ['/sv-SE/livez', 'missing'],
    ['/sv-SE/help/__proto__', 'missing'],
  ])('%s → %s', (path, expected) => {
    expect(answer(path)).toBe(expected);
  });

  it.each([
    ['?hl=sv-SE', '302 /sv-SE/apps choose sv-SE'],
    ['?hl=sv', '302 /sv-SE/apps choose sv-SE'],
    ['?a=1&hl=sv_se&b=%C3%A5', '302 /sv-SE/apps?a=1&b=%C3%A5 choose sv-SE'],
    ['?hl=en-US', '302 /en-US/apps choose en-US'],
    ['?hl=de', 'live /en-US/apps'],
    ['?hl=', 'live /en-US/apps'],
    ['?hl=%00', 'live /en-US/apps'],
  ])('with %s asks for a language: %s', (query, expected) => {
    expect(answer('/en-US/apps', { query })).toBe(expected);
  });

  it('with a notice is for one reader, on a page made at build too', () => {
    expect(answer('/sv-SE/help', { query: '?notice=thanks' })).toBe('live /sv-SE/live/help');
    expect(answer(`/sv-SE${QUANTITY}`, { query: '?a=1&notice=' })).toBe(LIVE_QUANTITY);
    expect(answer('/sv-SE/help', { query: '?a=notice' })).toBe('static sv-SE');
  });

  it('with what a guide answers is rendered for the request, for that guide alone', () => {
    const regions = '/sv-SE/help/supported-regions';
    expect(answer(regions)).toBe('static sv-SE');
    expect(answer(regions, { query: '?country=SE' })).toBe('live /sv-SE/live/help/supported-regions');
    expect(answer(regions, { query: '?land=SE' })).toBe('static sv-SE');
    expect(answer(`/sv-SE${QUANTITY}`, { query: '?country=SE' })).toBe('static sv-SE');
    expect(answer('/sv-SE/help', { query: '?country=SE' })).toBe('static sv-SE');
  });

  it('of a demo page is not there in live mode, whatever is sent to it', () => {
    for (const more of [{}, { hasSession: true }, post])
      expect(answer('/sv-SE/demo-mailbox', { isDemo: false, ...more })).toBe('missing');
  });
});
