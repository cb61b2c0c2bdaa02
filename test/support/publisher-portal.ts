import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { newId } from '@/db/ids';
import { wordsIn } from '@/lib/demo/publisher-portal/words';
import { scopeOf } from '@/lib/demo/seed/people';
import type { Locale } from '@/lib/i18n/locales';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { test as demo } from './browser-test';
import { inDatabaseOf } from './quantity-subscriptions';
import type { Site } from './site';
import { rowsOf } from './site-rows';

const resolver = createRequire(import.meta.url);

/** The browser tests' `test` with the sample publisher's portal of the worker's site: `portal` is its origin. */
export const test = demo.extend<object, { portal: string }>({
  portal: [
    async ({ site }, use) => {
      const child = spawn(process.execPath, [resolver.resolve('tsx/cli'), 'lib/demo/publisher-portal/main.ts'], {
        env: {
          ...process.env,
          PORTAL_PORT: '0',
          PORTAL_FOLDER: join(site.dataFolder, 'publisher-portal'),
          PORTAL_API: `${site.origin}/api`,
          PORTAL_RETURN: `${site.origin}/help`,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      const origin = await new Promise<string>((resolve, reject) => {
        child.once('close', (code) => reject(new Error(`The portal ended with ${code}`)));
        child.stdout.on('data', (chunk: Buffer) => {
          const [found] = /http:\S+/.exec(String(chunk)) ?? [];
          if (found) resolve(found);
        });
      });
      await rowsOf(site, `update publishers set landing_url = '${origin}/' || id || '/landing'`);
      await use(origin);
      child.kill('SIGTERM');
      await ended;
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

type Buying = {
  readonly by?: string;
  readonly planId?: string;
  readonly billingProfileId?: string;
  readonly quantity?: number | null;
};

/** An app of this test's own that waits for activation: Tallyworks Pro at Nordlys, 10 licenses. Answers its id. */
export async function buyApp(site: Site, chosen: Buying = {}): Promise<string> {
  const { by = 'maja-sandberg', ...wished } = chosen;
  const usual = { planId: 'tallyworks-pro-monthly', billingProfileId: 'nordlys-office', quantity: 10 };
  const request = { ...usual, ...wished, id: newId(), now: Date.now() };
  return inDatabaseOf(site, async () => {
    const bought = await purchaseSubscription(scopeOf(by), request);
    if (!bought.ok) throw new Error(`refused: ${bought.refusal}`);
    return bought.value;
  });
}

export function portalWords(locale: Locale) {
  return wordsIn(locale === 'sv-SE' ? 'sv' : 'en');
}

export function portalButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
