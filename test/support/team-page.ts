import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { expect } from './browser-test';
import { words } from './words';

/** Opens the form of a member from the list. */
export async function openMember(page: Page, locale: Locale, name: string): Promise<void> {
  await page.getByRole('link', { name: words(locale)('team.changeMember', { name }), exact: true }).click();
  await expect(
    page.getByRole('heading', { name: words(locale)('team.memberTitle', { name }), exact: true }),
  ).toBeVisible();
}

/** Waits for the invitation's mail in the demo mailbox and opens its link, whatever language the mail is in. */
export async function openInvitation(page: Page, locale: Locale, email: string): Promise<void> {
  await page.goto(`/${locale}/demo-mailbox`);
  const link = page
    .getByRole('article')
    .filter({ hasText: email })
    .getByRole('link', { name: /sign-in\/invitation/ });
  // The message is sent once the form has been answered.
  await expect(async () => {
    await page.reload();
    await expect(link.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  const href = (await link.first().getAttribute('href')) ?? '';
  await page.goto(href.replace(/\/[\w-]+\/sign-in/, `/${locale}/sign-in`));
}
