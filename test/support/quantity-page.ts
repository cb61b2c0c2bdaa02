import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { words } from './words';

export const GUIDE = '/help/change-license-quantity';

/** The guide with an app chosen, below the locale. */
export function guideFor(id: string): string {
  return `${GUIDE}?app=${id}`;
}

/** The app's own page with the task open, below the locale. */
export function pageFor(id: string): string {
  return `/apps/${id}?do=change-license-quantity`;
}

/** The value beside a name in a list of names and values. */
export function valueBeside(page: Page, name: string): Locator {
  return page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');
}

export function numberField(page: Page, locale: Locale): Locator {
  return page.getByLabel(words(locale)('changeLicenseQuantity.quantity'), { exact: true });
}

/** What stands above a form that was refused; Next's own announcer is an alert too. */
export function errorSummary(page: Page, locale: Locale): Locator {
  const title = words(locale)('task.errorTitle');
  return page.getByRole('alert').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** Types a number and asks for a review. */
export async function askFor(page: Page, locale: Locale, typed: string): Promise<void> {
  await numberField(page, locale).fill(typed);
  await page.getByRole('button', { name: words(locale)('changeLicenseQuantity.review'), exact: true }).click();
}

/** The button that confirms a change to a number of licenses. */
export function confirmButton(page: Page, locale: Locale, quantity: number): Locator {
  return page.getByRole('button', { name: words(locale)('changeLicenseQuantity.confirm', { quantity }), exact: true });
}

/** Confirms and waits for the receipt. Answers its reference. */
export async function confirm(page: Page, button: Locator): Promise<string> {
  await button.click();
  await page.waitForURL(/\/receipts\//);
  const line = await page.locator('.receipt-reference').innerText();
  const [, reference] = /\s(\S+),/.exec(line) ?? [];
  expect(reference, `a reference in "${line}"`).toBeTruthy();
  return reference ?? '';
}
