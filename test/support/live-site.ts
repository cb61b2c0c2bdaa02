import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test as demo, requireTemplate } from './browser-test';
import { type OidcServer, startOidcServer } from './oidc-server';
import { sellerEnv } from './seller-env';
import { startSite } from './site';
import { startSmtpServer, type TestSmtpServer } from './smtp-server';

const accounts = [
  { sub: 'astrid', email: 'astrid.lindqvist@nordlysbygg.example', email_verified: true, name: 'Astrid Lindqvist' },
  { sub: 'rut', email: 'rut.ek@nowhere.example', email_verified: true, name: 'Rut Ek' },
  { sub: 'stranger', email: 'stranger@nowhere.example', email_verified: true, name: 'A stranger' },
];

/** The browser tests' `test` at a site in live mode, with an identity provider and a mail server of its own. */
export const test = demo.extend<object, { mailServer: TestSmtpServer }>({
  mailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await startSmtpServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ mailServer }, use) => {
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
