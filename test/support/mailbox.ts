import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { expect } from './browser-test';
import { words } from './words';

/** From the page that says a link is on its way: opens the newest one that the demo has mailed to a person, and uses it. */
export async function useMailedLink(page: Page, locale: Locale, email: string): Promise<void> {
  const t = words(locale);
  await page
    .getByRole('main')
    .getByRole('link', { name: t('signIn.sent.demo') })
    .click();
  // The box holds what all tests of the worker have sent: receipts name the same person.
  const message = page
    .getByRole('article')
    .filter({ hasText: email })
    .filter({ has: page.getByRole('heading', { name: t('mail.magicLink.subject') }) })
    .first();
  // The message is sent once the form has been answered.
  await expect(async () => {
    await page.reload();
    await expect(message).toBeVisible({ timeout: 500 });
  }).toPass();
  await message.getByRole('link').click();
  await page.getByRole('button', { name: t('signIn.confirm.submit') }).click();
}
