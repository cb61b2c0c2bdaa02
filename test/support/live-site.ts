import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test as demo, requireTemplate } from './browser-test';
import { type OidcServer, startOidcServer } from './oidc-server';
import { sellerEnv } from './seller-env';
import { startSite } from './site';
import { startSmtpServer, type TestSmtpServer } from './smtp-server';
import { type StripeServer, startStripeServer } from './stripe-server';

const accounts = [
  { sub: 'astrid', email: 'astrid.lindqvist@nordlysbygg.example', email_verified: true, name: 'Astrid Lindqvist' },
  { sub: 'rut', email: 'rut.ek@nowhere.example', email_verified: true, name: 'Rut Ek' },
  { sub: 'johan-at-work', email: 'johan@elsewhere.example', email_verified: true, name: 'Johan Ekström' },
  { sub: 'oskar-at-work', email: 'oskar@elsewhere.example', email_verified: true, name: 'Oskar Berglund' },
  { sub: 'stranger', email: 'stranger@nowhere.example', email_verified: true, name: 'A stranger' },
];

type Servers = { mailServer: TestSmtpServer; stripe: StripeServer };

/** The browser tests' `test` at a site in live mode, with an identity provider, a mail server and a Stripe of its own. */
export const test = demo.extend<object, Servers>({
  mailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await startSmtpServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  stripe: [
    // biome-ignore lint/correctness/noEmptyPattern: see above.
    async ({}, use) => {
      const server = await startStripeServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ mailServer, stripe }, use) => {
      const providers: OidcServer[] = [];
      const site = await startSite({
        template: requireTemplate(),
        env: async ({ origin, dataFolder }) => {
          const provider = await startOidcServer({ siteUrl: origin, accounts });
          providers.push(provider);
          return {
            STEGVIS_MODE: 'live',
            SITE_URL: origin,
            DATABASE_URL: `file:${join(dataFolder, 'stegvis.db')}`,
            AUTH_SECRET: randomBytes(32).toString('base64'),
            ...sellerEnv,
            ...provider.env,
            ...mailServer.env,
            ...stripe.env,
          };
        },
      });
      await use(site);
      await site.stop();
      for (const provider of providers) await provider.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
