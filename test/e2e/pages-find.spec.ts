import type { Page } from '@playwright/test';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ELENI, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { words } from '@/test/support/words';

async function listNames(page: Page): Promise<string[]> {
  return page.locator('tbody tr td:first-child a, tbody tr th a').allInnerTexts();
}

for (const locale of LOCALES) {
  test(`the list of apps is filtered and ordered by links (${locale})`, async ({ page }) => {
    const t = words(locale);
    const choose = (name: string, choice: string) =>
      page.getByRole('navigation', { name, exact: true }).getByRole('link', { name: choice, exact: true });
    await signInAs(page, locale, ELENI, `/${locale}/apps`);
    const all = await listNames(page);
    expect(all).toEqual([...all].sort(new Intl.Collator(locale).compare));

    await choose(t('apps.filter'), t('apps.filters.attention')).click();
    await page.waitForURL(/show=attention/);
    await expect(page.getByRole('link', { name: 'Kleidi Vault', exact: true })).toHaveCount(0);
    expect(await listNames(page)).toEqual(expect.arrayContaining(['Prosfora', 'Tallyworks Payroll']));
    await expect(choose(t('apps.filter'), t('apps.filters.attention'))).toHaveAttribute('aria-current', 'true');

    await choose(t('apps.sort'), t('apps.sorts.date')).click();
    await page.waitForURL(/sort=date/);
    await expect(choose(t('apps.sort'), t('apps.sorts.date'))).toHaveAttribute('aria-current', 'true');
    expect(await listNames(page)).toEqual(expect.arrayContaining(['Prosfora', 'Tallyworks Payroll']));
    expect(await listNames(page)).not.toContain('Kleidi Vault');

    await choose(t('apps.filter'), t('apps.filters.ended')).click();
    await page.waitForURL(/show=ended/);
    expect(await listNames(page)).toContain('Tallyworks Archive');
    expect(await listNames(page)).not.toContain('Kleidi Vault');
    await choose(t('apps.filter'), t('apps.filters.all')).click();
    await page.waitForURL((url) => !url.searchParams.has('show'));
    expect((await listNames(page)).sort()).toEqual([...all].sort());
  });
}

for (const query of ['ändra antal licenser', 'andra antal licenser', 'öka antalet', 'oka antalet']) {
  test(`the Swedish help answers "${query}"`, async ({ page }) => {
    const t = words('sv-SE');
    await page.goto('/sv-SE/help');
    await page.getByRole('searchbox').first().fill(query);
    await page
      .getByRole('button', { name: t('chrome.searchSubmit'), exact: true })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('search.resultsFor', { query }));
    await expect(page.getByRole('main').locator('[href^="/sv-SE/help/change-license-quantity"]').first()).toBeVisible();
  });
}

test('a search offers the task for an own app, and says when nothing answers', async ({ page }) => {
  const t = words('en-US');
  await signInAs(page, 'en-US', MAJA, '/en-US/help/search?q=licenses');
  const act = page.getByRole('link', { name: t('search.doFor', { app: 'Kleidi Vault' }), exact: true });
  await expect(act.first()).toHaveAttribute('href', /app=nordlys-vault#choose-quantity$/);
  await page.goto('/en-US/help/search?q=zzzz');
  await expect(page.getByText(t('search.nothing'), { exact: true })).toBeVisible();
});

for (const locale of LOCALES) {
  test(`what a reader can do with an app of their own comes first (${locale})`, async ({ page }) => {
    const offers = page.locator('.results > li').first().locator('.act');
    const search = `/${locale}/help/search?q=portal`;
    await page.goto(search);
    await expect(page.locator('.results > li')).not.toHaveCount(0);
    await expect(offers).toHaveCount(0);
    await signInAs(page, locale, MAJA, search);
    await expect(offers).toHaveCount(1);
  });

  test(`nothing is offered to somebody whose roles do not allow it (${locale})`, async ({ page }) => {
    const search = `/${locale}/help/search?q=portal`;
    await signInAs(page, locale, OSKAR, search);
    await expect(page.locator('.results > li')).not.toHaveCount(0);
    await expect(page.locator('.results .act')).toHaveCount(0);
  });
}
