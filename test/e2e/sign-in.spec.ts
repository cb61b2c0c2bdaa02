import { LOCALES } from '@/lib/i18n/locales';
import { expect, hearComplaints, test } from '@/test/support/browser-test';
import { useMailedLink } from '@/test/support/mailbox';
import { ASTRID, JOHAN, signInAs } from '@/test/support/people';
import { words } from '@/test/support/words';

const guide = '/help/change-license-quantity';

for (const locale of LOCALES) {
  const t = words(locale);

  test(`the demo's sign-in leads back to app and step, in the same language (${locale})`, async ({ page }) => {
    const there = `/${locale}${guide}?app=nordlys-tallyworks`;
    await page.goto(`/${locale}/sign-in?to=${encodeURIComponent(there)}&at=choose-quantity`);
    await page.getByRole('button', { name: t('signIn.demo.submit', { name: ASTRID }), exact: true }).click();
    await page.waitForURL(`${there}#choose-quantity`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByLabel(t('changeLicenseQuantity.quantity'))).toBeVisible();
  });

  test(`a link from the demo mailbox signs in (${locale})`, async ({ page }) => {
    const address = locale === 'sv-SE' ? 'karin.holm@nordlysbygg.example' : 'erik.nystrom@nordlysbygg.example';
    await page.goto(`/${locale}/sign-in?to=/${locale}/apps`);
    await page.getByLabel(t('signIn.email.label')).fill(address);
    await page.getByRole('button', { name: t('signIn.email.submit') }).click();
    await useMailedLink(page, locale, address);
    await page.waitForURL(`/${locale}/apps`);
  });

  test(`an address that is none is refused in words (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/sign-in`);
    await page.getByLabel(t('signIn.email.label')).fill('nobody');
    await page.getByRole('button', { name: t('signIn.email.submit') }).click();
    await expect(page.getByText(t('signIn.why.email_malformed')).first()).toBeVisible();
    await expect(page.getByLabel(t('signIn.email.label'))).toHaveValue('nobody');
  });

  test(`signing out ends this browser's session only; everywhere ends all (${locale})`, async ({
    page,
    browser,
    site,
  }) => {
    const options = { baseURL: site.origin, javaScriptEnabled: false };
    const elsewhere = await browser.newContext(options);
    const complaints = hearComplaints(elsewhere);
    const other = await elsewhere.newPage();
    await signInAs(other, locale, JOHAN, `/${locale}/account`);
    await signInAs(page, locale, JOHAN, `/${locale}/account`);

    await page.getByRole('button', { name: t('account.signOut'), exact: true }).click();
    await page.waitForURL(`/${locale}/help`);
    await page.goto(`/${locale}/account`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.title'));
    await other.reload();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('account.title'));

    await signInAs(page, locale, JOHAN, `/${locale}/account`);
    await page.getByRole('button', { name: t('account.signOutEverywhere'), exact: true }).click();
    await page.waitForURL(`/${locale}/help`);
    await other.reload();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('signIn.title'));
    await elsewhere.close();
    expect(complaints).toEqual([]);
  });
}
