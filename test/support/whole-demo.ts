import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startCompanion } from '@/lib/cli/companions';
import { paymentPageCompanion } from '@/lib/cli/demo-companions';
import { test as demo, requireTemplate } from './browser-test';
import { findFreePort, startSite } from './site';
import { rowsOf } from './site-rows';
import { startSmtpServer, type TestSmtpServer } from './smtp-server';

type Ports = { readonly payment: number; readonly portal: number };

/** The browser tests' `test` at a demo with everything around it: payment page, publisher's portal and mail server. */
export const test = demo.extend<object, { ports: Ports; mail: TestSmtpServer }>({
  ports: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => use({ payment: await findFreePort(), portal: await findFreePort() }),
    { scope: 'worker' },
  ],
  mail: [
    // biome-ignore lint/correctness/noEmptyPattern: see above.
    async ({}, use) => {
      const server = await startSmtpServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ ports, mail }, use) => {
      const secret = randomBytes(32).toString('base64');
      const origin = `http://localhost:${ports.payment}`;
      const payment = await startCompanion(paymentPageCompanion({ port: ports.payment, origin, secret }));
      const own = { PAYMENT_PAGE_PORT: String(ports.payment), PAYMENT_PAGE_SECRET: secret, STEGVIS_MODE: 'demo' };
      const site = await startSite({ template: requireTemplate(), env: { ...own, ...mail.env } });
      const portal = await startCompanion({
        name: 'The portal',
        file: 'lib/demo/publisher-portal/main.ts',
        address: `http://localhost:${ports.portal}`,
        env: {
          PORTAL_PORT: String(ports.portal),
          PORTAL_FOLDER: join(site.dataFolder, 'publisher-portal'),
          PORTAL_API: `${site.origin}/api`,
          PORTAL_RETURN: `${site.origin}/help`,
        },
      });
      await rowsOf(site, `update publishers set landing_url = '${portal.companion.address}/' || id || '/landing'`);
      await use(site);
      await portal.stop();
      await site.stop();
      await payment.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});
