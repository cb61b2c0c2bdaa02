import type { Page } from '@playwright/test';
import { MAIN_TASKS } from '@/lib/domain/guides/main-tasks';
import { GUIDES } from '@/lib/domain/guides/registry';
import { loadGuide } from '@/lib/guides/load';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, signInAs } from '@/test/support/people';
import { rowsOf } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

function attentionOf(page: Page, title: string) {
  return page.getByRole('region', { name: title, exact: true });
}

for (const locale of LOCALES) {
  const t = words(locale);

  test(`the help home asks what to do and names every guide once (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/help`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
    await expect(attentionOf(page, t('attention.title'))).toHaveCount(0);
    const cards = page.getByRole('region', { name: t('home.tasks'), exact: true }).getByRole('link');
    await expect(cards).toHaveText(MAIN_TASKS.map((id) => loadGuide(locale, id).title));
    for (const { id } of GUIDES)
      await expect(page.getByRole('main').locator(`a[href="/${locale}/help/${id}"]`)).toHaveCount(1);
  });

  test(`a reader sees what is urgent first, and where to act on it (${locale})`, async ({ page, site }) => {
    await signInAs(page, locale, ASTRID);
    const items = attentionOf(page, t('attention.title')).getByRole('listitem');
    const apps = await items.locator('strong').allInnerTexts();
    const urgent = await rowsOf(
      site,
      `select offers.name from subscriptions
        join plans on plans.id = plan_id join offers on offers.id = offer_id
        where organization_id = 'nordlys' and state in ('past_due', 'past_due_ending', 'pending_activation')
        order by coalesce(pay_by, activate_by), state like 'past_due%' desc`,
    );
    expect(urgent.length).toBeGreaterThan(2);
    expect(apps.slice(0, urgent.length).sort()).toEqual(urgent.flat().sort());
    expect(apps[0]).toBe(urgent[0]?.[0]);

    const planned = items.filter({ hasText: 'Lagkort' });
    await planned.getByRole('link', { name: loadGuide(locale, 'change-license-quantity').title, exact: true }).click();
    await page.waitForURL(/\?app=nordlys-lagkort#choose-quantity$/);
    await expect(
      page.getByRole('button', { name: t('changeLicenseQuantity.removePending'), exact: true }),
    ).toBeVisible();
  });

  test(`an address that is not there leads to what it may have meant (${locale})`, async ({
    page,
    expectedStatuses,
  }) => {
    expectedStatuses.add(404);
    const title = loadGuide(locale, 'change-license-quantity').title;
    const address = { 'en-US': '/help/changing-licenses', 'sv-SE': '/help/andra-licenser' }[locale];
    expect((await page.goto(`/${locale}${address}`))?.status()).toBe(404);
    const suggestions = page.getByRole('region', { name: t('missing.suggestions'), exact: true });
    await suggestions.getByRole('link', { name: title, exact: true }).click();
    await page.waitForURL(`/${locale}/help/change-license-quantity`);
    expect((await page.goto(`/${locale}/xyzzy`))?.status()).toBe(404);
    await expect(page.getByRole('region', { name: t('missing.suggestions'), exact: true })).toHaveCount(0);
  });
}

test('the words of a record’s address suggest nothing, whatever its sender claims', async ({
  page,
  expectedStatuses,
}) => {
  expectedStatuses.add(404);
  await signInAs(page, 'en-US', ASTRID);
  const headers = { 'x-stegvis-asked-path': '/en-US/licenses' };
  for (const path of ['/en-US/apps/licenses', '/en-US/receipts/licenses']) {
    const answer = await page.request.get(path, { headers });
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain(words('en-US')('missing.suggestions'));
  }
});

test('a search without result is counted for the authors, once per search', async ({ page, site }) => {
  const wording = 'quantum teleporter';
  for (let searches = 0; searches < 2; searches += 1) await page.goto(`/en-US/help/search?q=${wording}`);
  await page.goto(`/sv-SE/help/search?q=${wording}`);
  await page.goto('/en-US/help/search?q=licenses');
  await expect
    .poll(() =>
      rowsOf(site, `select locale, wording, count from search_misses where wording = '${wording}' order by 1`),
    )
    .toEqual([
      ['en-US', wording, '2'],
      ['sv-SE', wording, '1'],
    ]);
  expect(await rowsOf(site, "select wording from search_misses where wording = 'licenses'")).toEqual([]);
});
