import type { APIRequestContext } from '@playwright/test';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { parseCsv } from '@/test/support/parse-csv';
import { ELENI, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { readValue } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const COUNT = "select count(*) from audit_entries where organization_id = 'nordlys'";

async function download(request: APIRequestContext, path: string) {
  const answer = await request.get(path, { maxRedirects: 0 });
  return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
}

for (const locale of LOCALES) {
  const t = words(locale);

  test(`the activity is narrowed and taken along, as a table and for machines (${locale})`, async ({ page, site }) => {
    await signInAs(page, locale, MAJA, `/${locale}/activity`);
    await page.getByLabel(t('activity.app'), { exact: true }).selectOption('nordlys-ritkant');
    await page.getByLabel(t('activity.who'), { exact: true }).selectOption({ label: MAJA });
    await page.getByRole('button', { name: t('activity.filter.show'), exact: true }).click();
    await page.waitForURL(/app=nordlys-ritkant&person=maja-sandberg/);
    const shown = await page.locator('tbody tr').count();
    expect(shown).toBeGreaterThan(1);
    const href = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href');

    const csv = await download(page.request, (await href(t('activity.export.csv'))) ?? '');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toMatch(
      /^attachment; filename="stegvis-activity-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(csv.headers['cache-control']).toBe('private, no-store');
    expect(csv.text.charCodeAt(0)).not.toBe(0xfeff);
    const [head = [], ...rows] = parseCsv(csv.text);
    expect(head[4]).toBe(t('activity.export.columns.what'));
    expect(rows).toHaveLength(shown);
    const told = await page.locator('tbody tr').allInnerTexts();
    for (const [index, row] of rows.entries()) {
      expect(told[index]).toContain(row[4]);
      expect([row[3], row[7]]).toEqual([MAJA, 'nordlys-ritkant']);
    }

    const json = await download(page.request, (await href(t('activity.export.json'))) ?? '');
    const { organization, entries } = JSON.parse(json.text);
    expect([organization.id, entries.length]).toEqual(['nordlys', shown]);
    expect(entries[0].at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

    await page.goto(`/${locale}/activity`);
    const all = await download(page.request, (await href(t('activity.export.csv'))) ?? '');
    expect(parseCsv(all.text)).toHaveLength(Number(await readValue(site, COUNT)) + 1);
  });
}

test('the files are for those who may see the page, and of their own organization', async ({ page, request }) => {
  for (const format of ['csv', 'json']) {
    const visitor = await download(request, `/en-US/activity/${format}`);
    expect([visitor.status, visitor.headers.location, visitor.text]).toEqual([303, '/en-US/activity', '']);
  }
  await signInAs(page, 'en-US', ELENI);
  const { text } = await download(page.request, '/en-US/activity/json?app=nordlys-ritkant&person=maja-sandberg');
  expect(JSON.parse(text).organization.id).toBe('kymata');
  expect(text).not.toContain('nordlys');
});

test('somebody without a role is told so instead of getting a file', async ({ page }) => {
  await signInAs(page, 'en-US', OSKAR, '/en-US/activity');
  await expect(page.getByText(words('en-US')('activity.notYours'))).toBeVisible();
  await expect(page.getByRole('link', { name: words('en-US')('activity.export.csv'), exact: true })).toHaveCount(0);
  expect((await download(page.request, '/en-US/activity/csv')).status).toBe(303);
});
