import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { startCompanion } from '@/lib/cli/companions';
import { paymentPageCompanion } from '@/lib/cli/demo-companions';
import { wordsIn } from '@/lib/demo/payment-page/words';
import type { Locale } from '@/lib/i18n/locales';
import { test as demo, requireTemplate } from './browser-test';
import { findFreePort, startSite } from './site';

/** The browser tests' `test` at a demo with its payment page, a process of its own as `npm start` runs it. */
export const test = demo.extend<object, { paymentPort: number }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  paymentPort: [async ({}, use) => use(await findFreePort()), { scope: 'worker' }],
  site: [
    async ({ paymentPort: port }, use) => {
      const secret = randomBytes(32).toString('base64');
      const page = await startCompanion(paymentPageCompanion({ port, origin: `http://localhost:${port}`, secret }));
      const env = { PAYMENT_PAGE_PORT: String(port), PAYMENT_PAGE_SECRET: secret };
      const site = await startSite({ template: requireTemplate(), env });
      await use(site);
      await site.stop();
      await page.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** The payment page's words for readers of a locale of ours. */
export function pageWords(locale: Locale) {
  return wordsIn(locale === 'sv-SE' ? 'sv' : 'en');
}

export type TypedCard = {
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly name: string;
};

export const MASTERCARD: TypedCard = {
  number: '5555 5555 5555 4444',
  expiry: '04/35',
  cvc: '737',
  name: 'Test Person',
};
export const DECLINING: TypedCard = { ...MASTERCARD, number: '4000 0000 0000 0341' };

/** Its bank wants every payment approved. */
export const APPROVED_BY_BANK: TypedCard = { ...MASTERCARD, number: '4000 0027 6000 3184' };

/** Fills in the payment page that is open and sends it. */
export async function typeCard(page: Page, locale: Locale, card: TypedCard): Promise<void> {
  const t = pageWords(locale);
  await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible();
  for (const field of ['number', 'expiry', 'cvc', 'name'] as const) await page.getByLabel(t[field]).fill(card[field]);
  await page.getByRole('button', { name: t.submit }).click();
}
