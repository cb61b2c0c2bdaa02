import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { findDocumentOf } from '@/test/support/documents';
import { ADDRESS_PARTS, listAddressesOf } from '@/test/support/pages-addresses';
import { MAJA, signInAs } from '@/test/support/people';
import { askFor, numberField } from '@/test/support/quantity-page';
import { findSeededReceipt } from '@/test/support/quantity-subscriptions';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One language is enough: the others have the same markup and colours. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) !== 'sv-SE') return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const asked = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules('color-contrast');
    const { violations } = await asked.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}

async function expectFits(page: Page, what: string): Promise<void> {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const [content = 0, window = 0] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect.soft(content, `${what} at ${width} px`).toBeLessThanOrEqual(window);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

for (const locale of LOCALES) {
  for (const part of ADDRESS_PARTS) {
    test(`${part} and what is under it is accessible and fits a phone (${locale})`, async ({
      page,
      site,
      expectedStatuses,
    }) => {
      test.setTimeout(300_000);
      expectedStatuses.add(404);
      await signInAs(page, locale, MAJA);
      const receiptId = await findSeededReceipt(site, 'nordlys-ritkant');
      const { id: invoiceId } = await findDocumentOf(site, 'nordlys-ritkant');
      for (const address of listAddressesOf(part, locale, { receiptId, invoiceId })) {
        await test.step(address, async () => {
          await page.goto(address);
          await expect.soft(page.locator('html'), address).toHaveAttribute('lang', locale);
          await expect.soft(page, address).toHaveTitle(/\S/);
          await expect.soft(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
          await expectAccessible(page, address);
          await expectFits(page, address);
        });
      }
    });
  }

  test(`a refused form and a review are accessible and fit a phone (${locale})`, async ({ page }) => {
    await signInAs(page, locale, MAJA, `/${locale}/help/change-license-quantity?app=nordlys-expenses`);
    await askFor(page, locale, 'x');
    await expect(numberField(page, locale)).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'a refused form');
    await expectFits(page, 'a refused form');
    await askFor(page, locale, '16');
    await page.waitForURL(/preview=/);
    await expect(page.locator('.review')).toBeVisible();
    await expectAccessible(page, 'a review');
    await expectFits(page, 'a review');
  });

  test(`pages for visitors are accessible and fit a phone (${locale})`, async ({ page }) => {
    for (const path of ['/help', '/help/change-license-quantity', '/help/manage-third-party-apps', '/sign-in']) {
      await page.goto(`/${locale}${path}`);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expectAccessible(page, path);
      await expectFits(page, path);
    }
  });
}
