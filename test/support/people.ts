import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { words } from './words';

/** People of the demo by what sets them apart. */
export const ASTRID = 'Astrid Lindqvist';
export const JOHAN = 'Johan Ekström';
export const KARIN = 'Karin Holm';
export const MAJA = 'Maja Sandberg';
export const OSKAR = 'Oskar Berglund';
export const ELENI = 'Eleni Papadaki';

/** Signs in by one click on the sign-in page; ends at the help home, or at `to`, an own path with its query. */
export async function signInAs(page: Page, locale: Locale, name: string, to = `/${locale}/help`): Promise<void> {
  await page.goto(`/${locale}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name: words(locale)('signIn.demo.submit', { name }), exact: true }).click();
  await page.waitForURL((url) => url.pathname + url.search === to);
}
