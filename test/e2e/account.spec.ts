import { randomUUID } from 'node:crypto';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, hearComplaints, test } from '@/test/support/browser-test';
import { KARIN, signInAs } from '@/test/support/people';
import { ageSessions, rowsOf } from '@/test/support/site-rows';
import { addVirtualDevice } from '@/test/support/virtual-device';
import { words } from '@/test/support/words';

const ACCOUNTS = {
  'sv-SE': { name: 'Erik Nyström', id: 'erik-nystrom', language: 'English' },
  'en-US': { name: 'Maria Vlachou', id: 'maria-vlachou', language: 'Svenska' },
} as const;

for (const locale of LOCALES) {
  const t = words(locale);
  const account = `/${locale}/account`;
  const { name, id, language } = ACCOUNTS[locale];

  test(`own details are checked, saved, and decide the language of a bare address (${locale})`, async ({ page }) => {
    await signInAs(page, locale, name, account);
    await page.getByLabel(t('account.details.name'), { exact: true }).fill(' ');
    await page.getByLabel(t('account.details.timeZone')).selectOption('Asia/Tokyo');
    await page.getByRole('button', { name: t('account.details.save') }).click();
    await expect(page.getByRole('link', { name: t('account.errors.name_missing') })).toBeVisible();
    await expect(page.getByLabel(t('account.details.timeZone'))).toHaveValue('Asia/Tokyo');

    await page.getByLabel(t('account.details.name'), { exact: true }).fill(name);
    await page.getByRole('combobox', { name: t('account.details.language') }).selectOption(language);
    await page.getByRole('button', { name: t('account.details.save') }).click();
    const other = locale === 'sv-SE' ? 'en-US' : 'sv-SE';
    await page.waitForURL(`/${other}/account?notice=details_saved#details`);
    await expect(page.getByRole('status')).toHaveText(words(other)('account.notices.details_saved'));
    await expect(page.getByLabel(words(other)('account.details.timeZone'))).toHaveValue('Asia/Tokyo');
    await page.goto('/account');
    await page.waitForURL(`/${other}/account`);
  });

  test(`another browser is seen, and signed out at once (${locale})`, async ({ page, browser, site }) => {
    const elsewhere = await browser.newContext({
      baseURL: site.origin,
      javaScriptEnabled: false,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    });
    const complaints = hearComplaints(elsewhere);
    const other = await elsewhere.newPage();
    await signInAs(other, locale, KARIN, account);
    await signInAs(page, locale, KARIN, account);
    const device = t('account.sessions.browserOn', { browser: 'Firefox', system: 'Linux' });
    await page
      .getByRole('button', { name: t('account.sessions.endNamed', { device }) })
      .first()
      .click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.session_ended'));
    await other.reload();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('signIn.title'));
    await elsewhere.close();
    expect(complaints).toEqual([]);
  });

  test(`a mail is chosen and stays chosen (${locale})`, async ({ page }) => {
    await signInAs(page, locale, name, account);
    const boxes = page.getByRole('checkbox');
    await boxes.first().check();
    await page.getByRole('button', { name: t('notifications.save') }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.notifications_saved'));
    await expect(boxes.first()).toBeChecked();
    await expect(boxes.last()).not.toBeChecked();
    await boxes.first().uncheck();
    await page.getByRole('button', { name: t('notifications.save') }).click();
    await page.goto(account);
    await expect(boxes.first()).not.toBeChecked();
  });

  test(`a passkey gets another name (${locale})`, async ({ page, site }) => {
    const columns = 'id, credential_id, person_id, name, public_key, counter, transports, created_at';
    const key = randomUUID();
    const values = `'${key}', '${key}', '${id}', 'Jobbdatorn', 'x', 0, '[]', ${Date.now()}`;
    await rowsOf(site, `insert into passkeys (${columns}) values (${values})`);
    await signInAs(page, locale, name, account);
    const row = page.getByRole('row').filter({ hasText: 'Jobbdatorn' });
    await row.getByText(t('account.ways.rename'), { exact: true }).click();
    const field = page.getByLabel(t('account.ways.newName'), { exact: true });
    await expect(field).toHaveValue('Jobbdatorn');
    await field.fill(' ');
    await page.getByRole('button', { name: t('account.ways.saveName') }).click();
    await expect(page.getByRole('link', { name: t('account.errors.passkey_name_missing') })).toBeVisible();
    await field.fill('  Gamla   datorn ');
    await page.getByRole('button', { name: t('account.ways.saveName') }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.passkey_renamed'));
    const renamed = t('account.ways.passkey', { name: 'Gamla datorn' });
    await expect(page.getByRole('rowheader', { name: renamed })).toBeVisible();
    await expect(field).toBeHidden();
    await rowsOf(site, `delete from passkeys where id = '${key}'`);
  });

  test(`a passkey is added after showing who one is, signs in, and is removed (${locale})`, async ({ page, site }, {
    project,
  }) => {
    await addVirtualDevice(page);
    await signInAs(page, locale, name, account);
    const why = page.getByText(t('passkeys.needsScript'));
    if (project.name === 'without-script') {
      await expect(why).toBeVisible();
      await expect(page.getByRole('button', { name: t('passkeys.add') })).toHaveCount(0);
      return;
    }
    await expect(why).toHaveCount(0);
    await ageSessions(site, id);
    await page.getByLabel(t('passkeys.name')).fill('Jobbdatorn');
    await page.getByRole('button', { name: t('passkeys.add') }).click();
    await expect(page.getByText(t('signIn.again.reasons.sign_in_ways'))).toBeVisible();
    await page.getByRole('button', { name: t('signIn.again.demo.submit', { name }) }).click();
    await page.waitForURL(/account\?kept=.*#sign-in-ways$/);
    await expect(page.getByLabel(t('passkeys.name'))).toHaveValue('Jobbdatorn');
    await page.getByRole('button', { name: t('passkeys.add') }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.passkey_added'));

    await page.getByRole('button', { name: t('account.signOut'), exact: true }).click();
    await page.waitForURL(`/${locale}/help`);
    await page.goto(`/${locale}/sign-in?to=${account}`);
    await page.getByRole('button', { name: t('passkeys.signIn') }).click();
    await page.waitForURL(account);

    await ageSessions(site, id);
    const way = t('account.ways.passkey', { name: 'Jobbdatorn' });
    await page.getByRole('button', { name: t('account.ways.removeNamed', { name: way }) }).click();
    await page.getByRole('button', { name: t('passkeys.again') }).click();
    await page.waitForURL(/account\?kept=.*#sign-in-ways$/);
    await page.getByRole('button', { name: t('account.ways.removeNamed', { name: way }) }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.passkey_removed'));
    await expect(page.getByText(way)).toHaveCount(0);
  });
}
