import type { Page } from '@playwright/test';
import { formatMoney } from '@/lib/i18n/formats';
import { expect, test } from '@/test/support/browser-test';
import { findDocumentOf } from '@/test/support/documents';
import { ELENI, JOHAN, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { valueBeside } from '@/test/support/quantity-page';
import { findSeededReceipt, newSubscription } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const PLACES = [
  {
    locale: 'sv-SE',
    person: MAJA,
    by: 'maja-sandberg',
    profile: { id: 'nordlys-office', name: 'Kontoret' },
    credited: 'nordlys-vault',
    figures: { net: 129_000n, vat: 32_250n, total: 161_250n, currency: 'SEK' },
    vat: { rate: '25 %', seller: 'SE556817324801', buyer: 'SE559143208201' },
    address: ['Hantverkargatan 18', '112 21 Stockholm', 'Sverige'],
  },
  {
    locale: 'en-US',
    person: ELENI,
    by: 'eleni-papadaki',
    profile: { id: 'kymata-head-office', name: 'Head office' },
    credited: 'kymata-tallyworks',
    figures: { net: 11_900n, vat: 2856n, total: 14_756n, currency: 'EUR' },
    vat: { rate: '24%', seller: 'SE556817324801', buyer: 'EL094317285' },
    address: ['Leof. Syngrou 150', '176 71 Kallithea', 'Greece'],
  },
] as const;

const named = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
for (const { locale, person, by, profile, credited, figures, vat, address } of PLACES) {
  const t = words(locale);
  const money = (minor: bigint) => formatMoney(locale, minor, figures.currency);

  test(`from the list of profiles to an invoice, and from it to its app (${locale})`, async ({ page, site }) => {
    const subscriptionId = await newSubscription(site, { by, billingProfileId: profile.id });
    const { number } = await findDocumentOf(site, subscriptionId);
    await signInAs(page, locale, person, `/${locale}/billing`);
    await named(page, profile.name).click();
    await page.waitForURL(/billing\/profiles/);
    for (const line of address) await expect(valueBeside(page, t('billing.billTo'))).toContainText(line);
    await named(page, t('billing.filters.paid')).click();
    await page.waitForURL(/show=paid/);
    await expect(page.getByText(t('billing.nothingFits'), { exact: true })).toHaveCount(0);
    await named(page, t('invoice.titles.invoice', { number })).click();
    await page.waitForURL(/billing\/invoices/);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('invoice.titles.invoice', { number }));
    await expect(page.getByText(t('invoice.vatNumberOf', { number: vat.seller }))).toBeVisible();
    await expect(page.getByText(t('invoice.vatNumberOf', { number: vat.buyer }))).toBeVisible();
    const vatName = `${t('invoice.vat')} ${vat.rate}`;
    const vatRow = page.locator('dl > div').filter({ hasText: vatName }).locator('dd');
    await expect(vatRow).toHaveText(money(figures.vat));
    await expect(valueBeside(page, t('invoice.subtotal'))).toHaveText(money(figures.net));
    await expect(valueBeside(page, t('invoice.totalOf.invoice'))).toHaveText(money(figures.total));
    await expect(valueBeside(page, t('invoice.paid'))).toHaveText(money(-figures.total));
    await expect(valueBeside(page, t('invoice.due'))).toHaveText(money(0n));
    await named(page, t('subscription.appAndPlan', { app: 'Tallyworks Pro', plan: 'Standard' })).click();
    await page.waitForURL(new RegExp(`/apps/${subscriptionId}$`));
    await named(page, profile.name).click();
    await page.waitForURL(new RegExp(`/billing/profiles/${profile.id}$`));
  });

  test(`a receipt leads to its document, a credit note to the invoice and back (${locale})`, async ({ page, site }) => {
    const invoice = await findDocumentOf(site, credited);
    const note = await findDocumentOf(site, credited, 'credit_note');
    await signInAs(page, locale, person, `/${locale}/receipts/${await findSeededReceipt(site, credited)}`);
    await page.locator('dd a[href*="/billing/invoices/"]').click();
    await page.waitForURL(/billing\/invoices/);

    await page.goto(`/${locale}/billing/profiles/${profile.id}?show=credit_notes`);
    await named(page, t('invoice.titles.credit_note', { number: note.number })).click();
    await page.waitForURL(new RegExp(`/invoices/${note.id}$`));
    await page.locator(`td a[href$="${invoice.id}"], th a[href$="${invoice.id}"]`).click();
    await page.waitForURL(new RegExp(`/invoices/${invoice.id}$`));
    await named(page, t('invoice.titles.credit_note', { number: note.number })).click();
    await page.waitForURL(new RegExp(`/invoices/${note.id}$`));
  });

  test(`an invoice prints as an invoice: lines in a table, nothing of the site (${locale})`, async ({ page, site }) => {
    const { id } = await findDocumentOf(site, credited);
    await signInAs(page, locale, person, `/${locale}/billing/invoices/${id}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 680, height: 960 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: t('invoice.unit'), exact: true })).toBeInViewport();
    const seen = [t('invoice.print'), t('frame.demo'), t('chrome.footNote'), t('billing.title')];
    for (const text of seen) await expect(page.getByText(text).first(), text).toBeHidden();
    const [content = 0, paper = 0] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(paper);
  });
}

test('what a declined card left unpaid is overdue on the profile and on the invoice', async ({ page, site }) => {
  const t = words('sv-SE');
  const { number } = await findDocumentOf(site, 'nordlys-prosfora');
  await signInAs(page, 'sv-SE', JOHAN, '/sv-SE/billing/profiles/nordlys-north?show=due');
  await expect(page.getByRole('main')).toContainText(t('billing.allOverdue', { amount: 'X' }).replace('X', '').trim());
  await named(page, t('invoice.titles.invoice', { number })).click();
  await page.waitForURL(/billing\/invoices/);
  const total = await valueBeside(page, t('invoice.totalOf.invoice')).innerText();
  const sheet = page.getByRole('article');
  await expect(sheet.getByText(t('invoice.due'), { exact: true })).toBeVisible();
  await expect(sheet).toContainText(total);
  await expect(sheet.getByText(t('invoice.paid'), { exact: true })).toHaveCount(0);
});

test('on an invoiced profile what waits is shown with its sum', async ({ page }) => {
  const t = words('sv-SE');
  await signInAs(page, 'sv-SE', JOHAN, '/sv-SE/billing/profiles/nordlys-projects');
  await expect(page.getByText(t('billing.noInvoices'), { exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: t('billing.waiting'), exact: true })).toBeVisible();
  await expect(valueBeside(page, t('billing.waitingTotal'))).toHaveText(/^[\d\s]+,\d\d\skr$/);
});

test('without a role: the name and whom to ask, and no invoice', async ({ page, site, expectedStatuses }) => {
  expectedStatuses.add(404);
  const t = words('sv-SE');
  const { id } = await findDocumentOf(site, 'nordlys-ritkant');
  await signInAs(page, 'sv-SE', OSKAR, '/sv-SE/billing');
  await expect(page.getByRole('table')).toHaveCount(0);
  await named(page, 'Kontoret').click();
  await page.waitForURL(/nordlys-office$/);
  await expect(page.getByText(t('billing.nameOnly'), { exact: true })).toBeVisible();
  await expect(named(page, 'astrid.lindqvist@nordlysbygg.example')).toBeVisible();
  await expect(page.getByText('Hantverkargatan')).toHaveCount(0);
  const answer = await page.goto(`/sv-SE/billing/invoices/${id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('missing.title'));
});
