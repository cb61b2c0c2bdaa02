import { expect, type Page } from '@playwright/test';
import { MEMBERS, STAFF } from '@/lib/demo/seed/people';
import type { Locale } from '@/lib/i18n/locales';
import { listBuiltActions } from './build-manifests';
import { plainFields } from './forged-forms';

/** People of the demo by what sets them apart. */
export const ASTRID = 'Astrid Lindqvist';
export const JOHAN = 'Johan Ekström';
export const KARIN = 'Karin Holm';
export const MAJA = 'Maja Sandberg';
export const OSKAR = 'Oskar Berglund';
export const ELENI = 'Eleni Papadaki';
/** Books bank transfers for the seller. */
export const VERA = 'Vera Sandqvist';

/**
 * Signs in with the form of the sign-in page, without opening it: the tests of signing in do that. Ends at the help
 * home, or at `to`, an own path with its query.
 */
export async function signInAs(page: Page, locale: Locale, name: string, to = `/${locale}/help`): Promise<void> {
  const person = [...MEMBERS, ...STAFF].find((each) => each.name === name);
  const action = listBuiltActions().find((built) => built.name === 'signInAsDemoPerson');
  if (!person || !action) throw new Error(`${name} cannot sign in`);
  const answer = await page.request.post(`/${locale}/sign-in`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    multipart: plainFields(action.id, { locale, here: to, at: '', personId: person.id }),
    maxRedirects: 0,
    // A connection that was idle may end just as it is used again; nothing else is tried twice.
    maxRetries: 2,
  });
  expect(answer.status(), 'signing in leads on').toBe(303);
  await page.goto(to);
}
