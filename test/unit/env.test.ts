import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMode, readSettings, settingNames } from '@/lib/env';
import { isLoopback } from '@/lib/setting-checks';
import { sellerEnv } from '@/test/support/seller-env';

const strong = 'Zq3v8Jm1Lx0cW5tR7yB2nK9pD4sF6gHa';
const live = {
  SITE_URL: 'https://portal.example',
  DATABASE_URL: 'file:/srv/stegvis.db',
  AUTH_SECRET: strong,
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'Stegvis <no-reply@portal.example>',
  ...sellerEnv,
};
const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
const read = (environment: Record<string, string>) => readSettings(environment, (folder, name) => `${folder}/${name}`);
const problems = (environment: Record<string, string>) => {
  const result = read(environment);
  return result.ok ? [] : result.problems.map(({ name, why }) => `${name} ${why}`);
};

describe('mode', () => {
  it.each([
    [{}, 'demo'],
    [{ NODE_ENV: 'production' }, 'demo'],
    [{ SITE_URL: '', SMTP_URL: '' }, 'demo'],
    [{ SITE_URL: 'https://portal.example' }, 'live'],
    [{ DATABASE_URL: 'file:a.db' }, 'live'],
    [{ OIDC_NAME: 'Entra' }, 'live'],
    [{ SMTP_URL: 'smtp://localhost' }, 'live'],
    [{ STEGVIS_MODE: 'demo', SITE_URL: 'https://portal.example' }, 'demo'],
    [{ STEGVIS_MODE: 'live' }, 'live'],
  ])('%j is %s', (environment, mode) => {
    expect(readMode(environment)).toBe(mode);
  });
});

describe('what stands in the way', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, []],
    [live, []],
    [
      { STEGVIS_MODE: 'live' },
      [
        'SITE_URL missing',
        'DATABASE_URL missing',
        'AUTH_SECRET missing',
        'SELLER_NAME missing',
        'SELLER_ADDRESS missing',
        'SELLER_CITY missing',
        'SELLER_COUNTRY missing',
        'OIDC_ISSUER no-sign-in',
        'SMTP_URL no-sign-in',
      ],
    ],
    [{ ...live, SITE_URL: 'http://portal.example', PORT: '70000' }, ['SITE_URL invalid', 'PORT invalid']],
    [
      { STEGVIS_MODE: 'live', PORT: 'x' },
      [
        'PORT invalid',
        'SITE_URL missing',
        'DATABASE_URL missing',
        'AUTH_SECRET missing',
        'SELLER_NAME missing',
        'SELLER_ADDRESS missing',
        'SELLER_CITY missing',
        'SELLER_COUNTRY missing',
        'OIDC_ISSUER no-sign-in',
        'SMTP_URL no-sign-in',
      ],
    ],
    [{ ...live, SITE_URL: 'https://portal.example/help' }, ['SITE_URL invalid']],
    [{ ...live, SITE_URL: 'http://localhost:3000/' }, []],
    [{ ...live, AUTH_SECRET: 'short' }, ['AUTH_SECRET weak']],
    [{ ...live, AUTH_SECRET: 'secretsecretsecretsecretsecretsecret' }, ['AUTH_SECRET weak']],
    [{ PAYMENT_PAGE_SECRET: 'short' }, ['PAYMENT_PAGE_SECRET weak']],
    [{ PAYMENT_PAGE_PORT: '0' }, ['PAYMENT_PAGE_PORT invalid']],
    [{ PAYMENT_PAGE_URL: 'http://pay.example' }, ['PAYMENT_PAGE_URL invalid']],
    [{ ...live, ...stripe }, []],
    [{ ...live, ...stripe, STRIPE_WEBHOOK_SECRET: '' }, ['STRIPE_WEBHOOK_SECRET missing']],
    [{ STRIPE_WEBHOOK_SECRET: stripe.STRIPE_WEBHOOK_SECRET }, ['STRIPE_SECRET_KEY missing']],
    [{ ...live, ...stripe, STRIPE_SECRET_KEY: 'pk_live_1' }, ['STRIPE_SECRET_KEY invalid']],
    [{ ...live, ...stripe, STRIPE_WEBHOOK_SECRET: 'secret' }, ['STRIPE_WEBHOOK_SECRET invalid']],
    [{ ...live, ...stripe, STRIPE_API_URL: 'http://127.0.0.1:12111' }, []],
    [{ ...live, ...stripe, STRIPE_API_URL: 'http://stripe.example' }, ['STRIPE_API_URL invalid']],
    [{ ...live, ...stripe, STRIPE_CHECKOUT_URL: 'https://pay.portal.example' }, []],
    [{ ...live, ...stripe, STRIPE_CHECKOUT_URL: 'https://pay.portal.example/c' }, ['STRIPE_CHECKOUT_URL invalid']],
    [{ ...live, ...stripe, STRIPE_CHECKOUT_URL: 'http://pay.portal.example' }, ['STRIPE_CHECKOUT_URL invalid']],
    [{ ...live, MAIL_FROM: '' }, ['MAIL_FROM missing']],
    [{ ...live, OIDC_ISSUER: 'https://id.example' }, ['OIDC_CLIENT_ID missing', 'OIDC_CLIENT_SECRET missing']],
    [{ ...live, DATABASE_URL: 'postgres://db' }, ['DATABASE_URL invalid']],
    [{ ...live, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'abc' }, ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY invalid']],
    [{ ...live, TRUSTED_PROXY: 'maybe' }, ['TRUSTED_PROXY invalid']],
    [{ ...live, SELLER_COUNTRY: 'Sverige' }, ['SELLER_COUNTRY invalid']],
    [{ ...live, SELLER_VAT_NUMBER: 'SE 5568' }, ['SELLER_VAT_NUMBER invalid']],
    [{ STEGVIS_MODE: 'staging' }, ['STEGVIS_MODE invalid']],
    [{ HOST: '0.0.0.0' }, ['HOST not-loopback']],
    [{ HOST: '127.0.0.1' }, []],
    [{ STEGVIS_MODE: 'demo', HOST: '0.0.0.0' }, []],
  ])('%j: %j', (environment, expected) => {
    expect(problems(environment)).toEqual(expected);
  });
});

it('gives a demo everything it needs', () => {
  expect(read({ STEGVIS_DATA: 'folder', PORT: '4000' })).toMatchObject({
    ok: true,
    value: {
      mode: 'demo',
      siteUrl: 'http://localhost:4000',
      database: { url: 'file:folder/stegvis.db' },
      authSecret: 'folder/auth-secret',
      oidc: undefined,
      mail: undefined,
      host: 'localhost',
      port: 4000,
      trustsProxy: false,
      seller: { name: 'Torgvind Handel AB', country: 'SE' },
    },
  });
});

it('gives a demo its payment page, and a live site none', () => {
  expect(read({ STEGVIS_DATA: 'folder' })).toMatchObject({
    value: { paymentPage: { port: 3020, origin: 'http://localhost:3020', secret: 'folder/payment-page-secret' } },
  });
  const set = { PAYMENT_PAGE_PORT: '4020', PAYMENT_PAGE_URL: 'https://pay.example/', PAYMENT_PAGE_SECRET: strong };
  expect(read(set)).toMatchObject({
    value: { paymentPage: { port: 4020, origin: 'https://pay.example', secret: strong } },
  });
  expect(read({ ...live, ...set })).toMatchObject({ value: { paymentPage: undefined } });
});

it('reads who takes the cards, in a demo too', () => {
  const account = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiOrigin: undefined };
  expect(read({ ...live, ...stripe })).toMatchObject({ value: { stripe: account } });
  expect(read({ ...stripe, STRIPE_API_URL: 'http://[::1]:12111/' })).toMatchObject({
    value: { mode: 'demo', stripe: { ...account, apiOrigin: 'http://[::1]:12111' } },
  });
  expect(read(live)).toMatchObject({ value: { stripe: undefined } });
});

it('reads a live site', () => {
  const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_NAME: 'Entra' };
  expect(read({ ...live, ...oidc, TRUSTED_PROXY: 'yes' })).toMatchObject({
    ok: true,
    value: {
      mode: 'live',
      siteUrl: 'https://portal.example',
      authSecret: strong,
      oidc: { issuer: 'https://id.example', clientId: 'a', clientSecret: 'b', name: 'Entra' },
      mail: { smtpUrl: 'smtp://localhost:25', from: 'Stegvis <no-reply@portal.example>' },
      trustsProxy: true,
      seller: { name: 'Handelsbolaget Torg', addressLine1: 'Torget 1', postalCode: null, vatNumber: null },
    },
  });
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.com', false],
])('%s on loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it('lists every setting in .env.example, in the order of the schema', () => {
  const listed = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=$/gm);
  expect(Array.from(listed, ([, name]) => name)).toEqual([...settingNames]);
});
