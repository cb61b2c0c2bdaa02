import { expect, test } from '@/test/support/browser-test';
import { findDocumentOf } from '@/test/support/documents';
import { ELENI, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { readValue } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const PLACES = [
  { locale: 'sv-SE', person: MAJA, profile: 'nordlys-office', increased: 'nordlys-ritkant', days: 'dagar' },
  { locale: 'en-US', person: ELENI, profile: 'kymata-head-office', increased: 'kymata-tallyworks', days: 'days' },
] as const;

for (const { locale, person, profile, increased, days } of PLACES) {
  const t = words(locale);

  test(`an invoice is handed out as files, and explained line by line (${locale})`, async ({ page, site }) => {
    const { id, number } = await findDocumentOf(site, increased);
    await signInAs(page, locale, person, `/${locale}/billing/invoices/${id}`);
    for (const [ending, type, name] of [
      ['pdf', 'application/pdf', 'asPdf'],
      ['xml', 'application/xml; charset=utf-8', 'asXml'],
    ] as const) {
      const link = page.getByRole('link', { name: t(`invoice.${name}`), exact: true });
      const answer = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(answer.status()).toBe(200);
      expect(answer.headers()).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${number}.${ending}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
    }
    await page.getByRole('link', { name: t('invoice.explain'), exact: true }).click();
    await page.waitForURL(/understand-invoice\?invoice=.*#read-invoice$/);
    const reading = page.locator('li', { has: page.locator('#read-invoice') }).last();
    await expect(reading).toContainText(/ × \d+ × \d+\/\d+ = /);
    await expect(reading).toContainText(days);
    await expect(reading).toContainText(t('invoice.totalOf.invoice'));
    const [, second = ''] = await page.locator('.picker option').allTextContents();
    await page.locator('.picker summary').click();
    await page.locator('.picker select').selectOption({ index: 1 });
    await page
      .locator('.picker')
      .getByRole('button', { name: t('understandInvoice.choose') })
      .click();
    await page.waitForURL(/understand-invoice\?invoice=/);
    await expect(page.locator('.context-line')).toContainText(second.split(',')[0] ?? '');
  });

  test(`some months come in one file, others are refused beside the month (${locale})`, async ({ page, site }) => {
    const latest = await readValue(
      site,
      `select substr(max(issued_on), 1, 7) from documents where billing_profile_id = '${profile}'`,
    );
    await signInAs(page, locale, person, `/${locale}/billing/profiles/${profile}`);
    const [from, to] = [page.locator('#period-from'), page.locator('#period-to')];
    const download = page.getByRole('button', { name: t('documents.period.download'), exact: true });
    await from.selectOption({ index: 0 });
    await to.selectOption({ index: 1 });
    await download.click();
    await page.waitForURL(/refused=period_reversed#download$/);
    await expect(page.locator('#period-to-error')).toHaveText(t('documents.period.errors.period_reversed'));
    await expect(from).toHaveValue(latest);
    await to.selectOption(latest);
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(file.suggestedFilename()).toBe(`invoices-${latest}--${latest}.zip`);
    expect(await file.failure()).toBeNull();
  });

  test(`a visitor learns the parts of an invoice, and nothing of anybody's (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/help/understand-invoice`);
    const parts = page.locator('section', { has: page.locator('#parts-of-an-invoice') });
    for (const name of ['billTo', 'terms', 'unit', 'due'] as const)
      await expect(parts).toContainText(t(`invoice.${name}`));
    await expect(page.getByRole('main')).not.toContainText(/\d{4}-\d{5}/);
  });
}

test('without a role nothing is handed out, and the guide says whom to ask', async ({
  page,
  site,
  expectedStatuses,
}) => {
  expectedStatuses.add(404);
  const { id } = await findDocumentOf(site, 'nordlys-ritkant');
  await signInAs(page, 'sv-SE', OSKAR, `/sv-SE/help/understand-invoice?invoice=${id}`);
  await expect(page.getByRole('main')).toContainText('astrid.lindqvist@nordlysbygg.example');
  await expect(page.getByRole('main')).not.toContainText(/\d{4}-\d{5}/);
  expect((await page.request.get(`/sv-SE/billing/invoices/${id}/pdf`)).status()).toBe(404);
  const zip = await page.request.get('/sv-SE/billing/profiles/nordlys-office/zip?from=2026-01&to=2026-01', {
    maxRedirects: 0,
  });
  expect([zip.status(), zip.headers().location]).toEqual([303, '/sv-SE/billing/profiles/nordlys-office']);
  const foreign = await page.request.get('/sv-SE/billing/profiles/kymata-hotels/zip?from=2026-01&to=2026-01');
  expect(foreign.status()).toBe(404);
});
