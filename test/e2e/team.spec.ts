import { LOCALES } from '@/lib/i18n/locales';
import { expect, hearComplaints, test } from '@/test/support/browser-test';
import { ASTRID, MAJA, signInAs } from '@/test/support/people';
import { valueBeside } from '@/test/support/quantity-page';
import { openInvitation, openMember } from '@/test/support/team-page';
import { words } from '@/test/support/words';

for (const locale of LOCALES) {
  const t = words(locale);

  test(`invited, accepted, given a role, removed (${locale})`, async ({ page, browser, site, javaScriptEnabled }) => {
    const name = `Rut ${locale === 'sv-SE' ? 'Ek' : 'Berg'}`;
    const email = `rut.${locale.toLowerCase()}@nordlysbygg.example`;
    await signInAs(page, locale, ASTRID, `/${locale}/team`);
    const address = page.getByLabel(t('team.address'), { exact: true });
    await address.fill('rut');
    await page.getByRole('button', { name: t('team.invite'), exact: true }).click();
    await expect(page.getByText(t('team.errors.email_malformed')).first()).toBeVisible();
    await expect(address).toHaveValue('rut');
    await address.fill(email);
    await page.getByRole('button', { name: t('team.invite'), exact: true }).click();
    await page.waitForURL(/\/receipts\//);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.invite_member', { person: email }),
    );

    const options = { baseURL: site.origin, javaScriptEnabled: javaScriptEnabled !== false };
    const elsewhere = await browser.newContext(options);
    const complaints = hearComplaints(elsewhere);
    const other = await elsewhere.newPage();
    await signInAs(other, locale, MAJA, `/${locale}/apps`);
    await openInvitation(other, locale, email);
    const link = other.url();
    await other.getByRole('button', { name: t('invitation.signOut'), exact: true }).click();
    await expect(valueBeside(other, t('invitation.address'))).toHaveText(email);
    const accept = other.getByRole('button').filter({ hasText: 'Nordlys Bygg AB' });
    await accept.click();
    await expect(other.getByText(t('invitation.errors.name_missing')).first()).toBeVisible();
    await other.getByLabel(t('invitation.name'), { exact: true }).fill(name);
    await accept.click();
    await other.waitForURL(/\/apps$/);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('apps.title'));
    await other.goto(link);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('invitation.goneTitle'));

    await page.goto(`/${locale}/team`);
    await openMember(page, locale, name);
    await page.getByRole('radio', { name: t('signIn.roles.app_admin') }).check();
    await page.getByRole('button', { name: t('team.changeRole'), exact: true }).click();
    await page.waitForURL(/\/receipts\//);
    await other.goto(`/${locale}/activity`);
    await expect(other.getByRole('table')).toBeVisible();

    await page.goto(`/${locale}/team`);
    await openMember(page, locale, name);
    await page.getByRole('link', { name: t('team.remove', { name }), exact: true }).click();
    await page.getByRole('button', { name: t('team.remove', { name }), exact: true }).click();
    await page.waitForURL(/\/receipts\//);
    await other.goto(`/${locale}/apps`);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('signIn.title'));
    await elsewhere.close();
    expect(complaints).toEqual([]);
  });

  test(`a member sees who belongs and who can invite (${locale})`, async ({ page }) => {
    await signInAs(page, locale, MAJA, `/${locale}/team?member=karin-holm`);
    await expect(page.getByRole('rowheader', { name: MAJA })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'linnea.forsberg@nordlysbygg.example' })).toBeVisible();
    await expect(page.getByText(ASTRID, { exact: false }).last()).toBeVisible();
    await expect(page.getByRole('button', { name: t('team.invite') })).toHaveCount(0);
    await expect(page.getByRole('link', { name: t('team.changeMember', { name: MAJA }) })).toHaveCount(0);
  });
}
