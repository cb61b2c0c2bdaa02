import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { MAJA, signInAs } from '@/test/support/people';
import { askFor, errorSummary, numberField, pageFor } from '@/test/support/quantity-page';
import { factsOf, newSubscription } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const limits = { current: 10, assigned: 7, minimum: 7, maximum: 300 };

// No two neighbours get the same answer, so that an answer seen is the answer to what was typed last.
const TYPED = [
  ['', 'quantity_missing'],
  ['0', 'quantity_too_small'],
  ['1.5', 'quantity_not_whole'],
  ['-1', 'quantity_too_small'],
  ['1e2', 'quantity_not_number'],
  ['\u22121', 'quantity_too_small'],
  ['fourteen', 'quantity_not_number'],
  ['2147483648', 'quantity_too_large'],
  ['<b>14</b>', 'quantity_not_number'],
  ['6', 'quantity_below_assigned'],
  ['301', 'quantity_above_maximum'],
  ['10', 'quantity_unchanged'],
] as const;

/** What only people of one locale write: decimals and thousands. That the maximum is named proves a number was read. */
const LOCAL: Readonly<Record<Locale, readonly (readonly [string, (typeof TYPED)[number][1]])[]>> = {
  'en-US': [
    ['1,000', 'quantity_above_maximum'],
    ['1,5', 'quantity_not_number'],
  ],
  'sv-SE': [
    ['1 000', 'quantity_above_maximum'],
    ['1,5', 'quantity_not_whole'],
    ['1\u00a0000', 'quantity_above_maximum'],
  ],
};

for (const locale of LOCALES) {
  test(`what is no usable number is answered at the field, and nothing changes (${locale})`, async ({ page, site }) => {
    const t = words(locale);
    const id = await newSubscription(site);
    const before = await factsOf(site, id);
    await signInAs(page, locale, MAJA, `/${locale}${pageFor(id)}`);
    const refusedTitle = t('task.refusedPageTitle', { title: await page.title() });
    const field = numberField(page, locale);
    const summary = errorSummary(page, locale);
    for (const [typed, code] of [...TYPED, ...LOCAL[locale]]) {
      await test.step(`"${typed}" is ${code}`, async () => {
        await askFor(page, locale, typed);
        const sentence = t(`changeLicenseQuantity.errors.${code}`, limits);
        const link = summary.getByRole('link', { name: sentence, exact: true });
        await expect(link).toHaveAttribute('href', `#${await field.getAttribute('id')}`);
        await expect(summary.getByRole('heading')).toHaveText(t('task.errorTitle'));
        await expect(field).toHaveAccessibleDescription(new RegExp(`^${escaped(sentence)} `));
        await expect(field).toHaveAttribute('aria-invalid', 'true');
        await expect(field).toHaveValue(typed);
        await expect(page).toHaveTitle(refusedTitle);
      });
    }
    await summary.getByRole('link').click();
    await expect(field).toBeFocused();
    expect(new URL(page.url()).searchParams.get('preview')).toBeNull();
    expect(await factsOf(site, id)).toEqual(before);
  });
}

/** What stands in a form beside what is typed, as a page that lies open says it, or somebody who bends it. */
const BENT = [
  ['key', 'no key', 'task.errors.form_malformed', 400],
  ['subscription', 'no-such-app', 'changeLicenseQuantity.errors.not_found', 404],
] as const;

for (const locale of LOCALES) {
  test(`a form that is refused for what it is about is told of in the title, too (${locale})`, async ({
    page,
    site,
    expectedStatuses,
  }) => {
    const t = words(locale);
    const id = await newSubscription(site);
    for (const [, , , status] of BENT) expectedStatuses.add(status);
    await signInAs(page, locale, MAJA, `/${locale}${pageFor(id)}`);
    const title = await page.title();
    for (const [name, value, code] of BENT) {
      await page.goto(`/${locale}${pageFor(id)}`);
      await expect(page).toHaveTitle(title);
      const form = page.locator('form').filter({ has: numberField(page, locale) });
      await form.locator(`input[name="${name}"]`).evaluate((input, bent) => input.setAttribute('value', bent), value);
      await askFor(page, locale, '14');
      await expect(errorSummary(page, locale)).toContainText(t(code));
      await expect(page).toHaveTitle(t('task.refusedPageTitle', { title }));
    }
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
