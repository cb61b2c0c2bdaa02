import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@/test/support/browser-test';
import { DECLINING, MASTERCARD, pageWords, test, typeCard } from '@/test/support/payment-site';
import { ASTRID, ELENI, JOHAN, signInAs } from '@/test/support/people';
import { valueBeside } from '@/test/support/quantity-page';
import { words } from '@/test/support/words';

const TASK = 'replace-payment-method';
const PLACES = [
  { locale: 'sv-SE', person: ASTRID, profile: 'Kontoret', path: `/billing/profiles/nordlys-office?do=${TASK}` },
  {
    locale: 'en-US',
    person: ELENI,
    profile: 'Head office',
    path: '/help/manage-billing-profiles?profile=kymata-head-office',
  },
] as const;
const mastercard = { brand: 'Mastercard', lastFour: '4444' };

for (const { locale, person, profile, path } of PLACES) {
  test(`a card goes from the payment page to the receipt, and its number nowhere else (${locale})`, async ({
    page,
    site,
    expectedStatuses,
  }) => {
    expectedStatuses.add(422);
    const t = words(locale);
    const heard: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(site.origin)) heard.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    await signInAs(page, locale, person, `/${locale}${path}`);
    await page.getByRole('button', { name: t('replacePaymentMethod.card') }).click();

    await test.step('what is wrong is said in the reader’s language, and no number stays', async () => {
      await typeCard(page, locale, { ...MASTERCARD, number: '5555 5555 5555 4445', expiry: '01/20' });
      const { errors, number, expiry, name } = pageWords(locale);
      for (const fault of [errors.number_check_digit, errors.expiry_past])
        await expect(page.getByRole('alert').getByRole('link', { name: fault })).toBeVisible();
      await expect(page.getByLabel(number)).toHaveValue('');
      await expect(page.getByLabel(expiry)).toHaveValue('01/20');
      await expect(page.getByLabel(name)).toHaveValue(MASTERCARD.name);
    });

    await typeCard(page, locale, MASTERCARD);
    const returned = page.url();
    await expect(valueBeside(page, t('replacePaymentMethod.given'))).toContainText(
      t('replacePaymentMethod.methodCard', mastercard),
    );
    await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
    await page.waitForURL(/preview=.*#review$/);
    await expect(valueBeside(page, t('figures.payNothing.name'))).toHaveText(t('figures.payNothing.text'));
    await expect(valueBeside(page, t('figures.appsPaid.name'))).toContainText('Tallyworks Pro');
    await expect(valueBeside(page, t('figures.receiptToYou.name'))).toContainText('@');
    await page
      .getByRole('button', { name: t('replacePaymentMethod.confirm', { act: 'use_card', ...mastercard }) })
      .click();
    await page.waitForURL(/\/receipts\//);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.replace_payment_method', {
        profile,
        methodKind: 'card',
        methodBrand: 'Mastercard',
        methodLastFour: '4444',
      }),
    );

    await page.goto(returned);
    await expect(page.getByText(t('task.done'))).toBeVisible();
    const number = /5555[ +-]?5555|555555555555444/;
    expect(heard.filter((line) => number.test(line))).toEqual([]);
    expect(site.output()).not.toMatch(number);
    const files = readdirSync(site.dataFolder).filter((name) => name.startsWith('stegvis.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(site.dataFolder, name), 'latin1'), name).not.toMatch(number);
  });
}

test('a card replaces bank transfer, a backup is added, and bank transfer drops both', async ({ page }) => {
  const t = words('en-US');
  const here = `/en-US/billing/profiles/nordlys-projects?do=${TASK}`;
  const confirm = async (act: string, card = { brand: '', lastFour: '' }) => {
    await page.getByRole('button', { name: t('replacePaymentMethod.confirm', { act, ...card }) }).click();
    await page.waitForURL(/\/receipts\//);
    await page.goto(here);
  };
  await signInAs(page, 'en-US', ASTRID, here);
  await page.getByRole('button', { name: t('replacePaymentMethod.cardFirst') }).click();
  await page.getByRole('link', { name: pageWords('en-US').cancel }).click();
  await page.getByRole('button', { name: t('replacePaymentMethod.cardFirst') }).click();
  await typeCard(page, 'en-US', MASTERCARD);
  await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
  await confirm('use_card', mastercard);
  await page.getByRole('button', { name: t('replacePaymentMethod.addBackup') }).click();
  await typeCard(page, 'en-US', DECLINING);
  await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
  await expect(valueBeside(page, t('figures.usedAsBackup.name'))).toHaveText(t('figures.usedAsBackup.text'));
  await confirm('use_backup', { brand: 'Visa', lastFour: '0341' });
  await expect(valueBeside(page, t('replacePaymentMethod.backup')).last()).toContainText('0341');
  await page.getByRole('button', { name: t('replacePaymentMethod.bankTransfer') }).click();
  await expect(page.getByText(t('replacePaymentMethod.rule'))).toBeVisible();
  await confirm('use_bank_transfer');
  await expect(page.getByRole('button', { name: t('replacePaymentMethod.cardFirst') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('replacePaymentMethod.addBackup') })).toHaveCount(0);
});

test('what cannot be done is said: a failed payment, a missing role', async ({ page }) => {
  const t = words('sv-SE');
  await signInAs(page, 'sv-SE', JOHAN, `/sv-SE/billing/profiles/nordlys-north?do=${TASK}`);
  await expect(page.getByText(/har misslyckats och görs om med kort/)).toBeVisible();
  await expect(page.getByRole('button', { name: t('replacePaymentMethod.bankTransfer') })).toHaveCount(0);
  await signInAs(page, 'sv-SE', 'Erik Nyström', `/sv-SE/billing/profiles/nordlys-office?do=${TASK}`);
  await expect(page.getByText(/Fråga .*Astrid Lindqvist/)).toBeVisible();
  await expect(page.getByRole('button', { name: t('replacePaymentMethod.card') })).toHaveCount(0);
});
