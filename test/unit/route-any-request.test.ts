import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { MAX_BODY_OCTETS } from '@/lib/server/request-limits';
import { route } from '@/lib/server/route';
import { answer, post } from './route-answers';

const QUANTITY = '/help/change-license-quantity';

describe('what is refused before a page sees it', () => {
  it.each([
    ['another site', { isSameOrigin: false }, 403],
    ['no length', { contentLength: null }, 411],
    ['one octet too many', { contentLength: MAX_BODY_OCTETS + 1 }, 413],
    ['JSON', { contentType: 'application/json' }, 415],
    ['text', { contentType: 'text/plain;charset=UTF-8' }, 415],
    ['no type', { contentType: '' }, 415],
  ])('a POST with %s', (_, more, status) => {
    for (const path of ['/sv-SE/help', '/sv-SE/apps/own', `/sv-SE${QUANTITY}/useful`, '/', '/nothing', '/livez'])
      expect(answer(path, { ...post, ...more })).toBe(`refuse ${status}`);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])('the method %j', (method) => {
    expect(answer('/sv-SE/help', { ...post, method })).toBe('refuse 405');
    expect(answer('/livez', { method })).toBe('refuse 405');
  });

  it.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'but not %s of full size',
    (type) => {
      const more = { ...post, contentType: type, contentLength: MAX_BODY_OCTETS };
      expect(answer('/sv-SE/apps', more)).toBe('live /sv-SE/apps');
    },
  );
});

const segment = fc.oneof(
  fc.constantFrom(
    ...LOCALES,
    'sv',
    'EN_us',
    'help',
    'apps',
    'sign-in',
    'oidc',
    'live',
    '',
    '.',
    '..',
    '\\',
    '@evil.example',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('any request', () => {
  it('is sent somewhere, and never off this site', () => {
    const requests = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT'),
      path: fc
        .array(segment, { maxLength: 6 })
        .map((parts) => new URL(`http://own.invalid/${parts.join('/')}`).pathname),
      query: fc.oneof(
        fc.constant(''),
        fc.constantFrom('?hl=sv', '?hl=//evil'),
        fc.webQueryParameters().map((q) => `?${q}`),
      ),
      hasSession: fc.boolean(),
      isDemo: fc.boolean(),
      isSameOrigin: fc.boolean(),
      contentLength: fc.option(fc.integer()),
      contentType: fc.constantFrom(post.contentType, 'text/plain', ''),
      acceptLanguage: fc.option(fc.string(), { nil: undefined }),
      chosenLocale: fc.option(fc.string(), { nil: undefined }),
      personLocale: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(requests, (incoming) => {
        const chosen = route(incoming);
        if (chosen.to === 'redirect') {
          expect(LOCALES.some((locale) => chosen.location.startsWith(`/${locale}/`))).toBe(true);
          const { origin, pathname } = new URL(chosen.location, 'http://own.invalid');
          expect(origin).toBe('http://own.invalid');
          expect(answer(pathname, { isDemo: incoming.isDemo })).not.toMatch(/^30/);
        }
        if (chosen.to === 'live') expect(LOCALES.some((locale) => chosen.path.startsWith(`/${locale}/`))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
