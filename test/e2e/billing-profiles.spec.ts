import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { saveBillingProfile } from '@/db/organizations';
import { billingProfileRoles, billingProfiles } from '@/db/schema';
import { JobScope } from '@/db/scope-mint';
import { listBillingProfiles } from '@/lib/demo/seed/billing-profiles';
import type { Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, ELENI, MAJA, signInAs } from '@/test/support/people';
import { errorSummary, valueBeside } from '@/test/support/quantity-page';
import { inDatabaseOf, listMailsAbout } from '@/test/support/quantity-subscriptions';
import type { Site } from '@/test/support/site';
import { words } from '@/test/support/words';

/** A billing profile of this test's own, a copy of one of the demo's. Answers its id. */
async function newProfile(site: Site, like: string): Promise<string> {
  const id = newId();
  const model = listBillingProfiles('2026-11-22').find((profile) => profile.id === like);
  if (!model) throw new Error(`no profile ${like}`);
  await inDatabaseOf(site, () =>
    saveBillingProfile(new JobScope('test'), { ...model, id, name: `Test ${id.slice(0, 8)}` }, 0),
  );
  return id;
}

function profileIn(site: Site, id: string) {
  return inDatabaseOf(site, () =>
    read(async (db) => {
      const [profile] = await db.select().from(billingProfiles).where(eq(billingProfiles.id, id));
      const roles = await db.select().from(billingProfileRoles).where(eq(billingProfileRoles.billingProfileId, id));
      return { ...profile, roles: Object.fromEntries(roles.map(({ personId, role }) => [personId, role])) };
    }),
  );
}

const field = (page: Page, locale: Locale, name: 'street' | 'poNumber' | 'contactEmail') =>
  page.getByLabel(words(locale)(`editBillingProfile.${name}`), { exact: true });

/** The line of somebody who has a role. */
const holder = (page: Page, email: string) => page.locator('.holder-list > li').filter({ hasText: email });

const PLACES = [
  { locale: 'sv-SE', person: MAJA, like: 'nordlys-office', country: 'SE', other: 'ekonomi@nordlysbygg.example' },
  { locale: 'en-US', person: ELENI, like: 'kymata-head-office', country: 'GR', other: 'office@kymata.example' },
] as const;

for (const { locale, person, like, country, other } of PLACES) {
  test(`a billing profile is edited, all faults at once first (${locale})`, async ({ page, site }) => {
    const t = words(locale);
    const id = await newProfile(site, like);
    await signInAs(page, locale, person, `/${locale}/billing/profiles/${id}`);
    await page.getByRole('link', { name: t('editBillingProfile.title'), exact: true }).click();
    const postalCode = page.getByLabel(t('editBillingProfile.postalCode', { country }), { exact: true });
    const save = page.getByRole('button', { name: t('editBillingProfile.save'), exact: true });

    await test.step('what cannot be used is said at its field, and what was typed stays', async () => {
      await field(page, locale, 'street').fill('Storgatan \u202e1');
      await postalCode.fill('<b>');
      await field(page, locale, 'contactEmail').fill('{count, plural, other {#}}');
      await field(page, locale, 'poNumber').fill('**77**');
      await save.click();
      for (const code of ['street_not_plain', 'email_malformed'] as const)
        await expect(errorSummary(page, locale)).toContainText(t(`editBillingProfile.errors.${code}`));
      await expect(postalCode).toHaveAttribute('aria-invalid', 'true');
      await expect(postalCode).toHaveValue('<b>');
      await expect(field(page, locale, 'poNumber')).toHaveValue('**77**');
      expect((await profileIn(site, id)).version).toBe(1);
    });

    await test.step('then it is saved, with a receipt that lists what changed', async () => {
      await field(page, locale, 'street').fill('Storgatan 1');
      await postalCode.fill('11255');
      await field(page, locale, 'contactEmail').fill('');
      await page.getByLabel(t('editBillingProfile.recipient', { number: 2 }), { exact: true }).fill(other);
      await save.click();
      await page.waitForURL(/\/receipts\//);
      await expect(valueBeside(page, t('figures.changedAddress.name'))).toContainText('112 55');
      await expect(valueBeside(page, t('figures.changedPoNumber.name'))).toContainText('**77**');
      await expect(valueBeside(page, t('figures.changedRecipients.name'))).toContainText(other);
      const reference = /SV-\w{4}-\w{4}/.exec(await page.locator('.receipt-reference').innerText())?.[0] ?? '';
      await expect.poll(async () => (await listMailsAbout(site, reference)).length).toBe(3);
      expect(await profileIn(site, id)).toMatchObject({ version: 2, addressLine1: 'Storgatan 1', poNumber: '**77**' });
    });
  });
}

test('an owner gives a role, and giving up the own one is reviewed first', async ({ page, site }, { project }) => {
  const locale = project.name === 'with-script' ? 'en-US' : 'sv-SE';
  const t = words(locale);
  const id = await newProfile(site, 'nordlys-office');
  const name = (await profileIn(site, id)).name ?? '';
  const m = 'manageProfileRoles';
  await signInAs(page, locale, ASTRID, `/${locale}/help/manage-billing-profiles?profile=${id}`);

  await test.step('a colleague becomes owner', async () => {
    const maja = holder(page, 'maja.sandberg@');
    await maja.getByLabel(t(`${m}.roleOf`, { name: MAJA })).selectOption('owner');
    await maja.getByRole('button', { name: t(`${m}.change`) }).click();
    await page.waitForURL(/\/receipts\//);
    const role = t('signIn.profileRoles.owner');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.change_profile_role', { person: MAJA, role: 'owner', profile: name }),
    );
    await expect(valueBeside(page, t('figures.profileRole.name'))).toContainText(role);
    expect((await profileIn(site, id)).roles['maja-sandberg']).toBe('owner');
  });

  await test.step('nobody is chosen, and somebody is', async () => {
    await page.goto(`/${locale}/billing/profiles/${id}?do=manage-profile-roles`);
    const grant = page.getByRole('button', { name: t(`${m}.grant`), exact: true });
    await grant.click();
    await expect(errorSummary(page, locale)).toContainText(t(`${m}.errors.person_missing`));
    await page.getByLabel(t(`${m}.person`), { exact: true }).selectOption('johan-ekstrom');
    await grant.click();
    await page.waitForURL(/\/receipts\//);
    expect((await profileIn(site, id)).roles['johan-ekstrom']).toBe('reader');
  });

  await test.step('the own role is given up after a review', async () => {
    await page.goto(`/${locale}/billing/profiles/${id}?do=manage-profile-roles`);
    const own = holder(page, 'astrid.lindqvist@');
    await own.getByLabel(t(`${m}.roleOf`, { name: ASTRID })).selectOption('none');
    await own.getByRole('button', { name: t(`${m}.change`) }).click();
    await page.waitForURL(/own=none/);
    await expect(page.getByText(t(`${m}.losses.none`))).toBeVisible();
    expect((await profileIn(site, id)).roles['astrid-lindqvist']).toBe('owner');
    await page.getByRole('button', { name: t(`${m}.giveUp`), exact: true }).click();
    await page.waitForURL(/\/receipts\//);
    await page.goto(`/${locale}/billing/profiles/${id}?do=manage-profile-roles`);
    await expect(page.getByText(t('billing.nameOnly'))).toBeVisible();
  });
});

test('a contributor reads who decides about roles', async ({ page, site }, { project }) => {
  const locale = project.name === 'with-script' ? 'sv-SE' : 'en-US';
  const t = words(locale);
  const id = await newProfile(site, 'nordlys-office');
  await inDatabaseOf(site, () =>
    write((tx) => tx.update(billingProfiles).set({ name: 'Provprofilen' }).where(eq(billingProfiles.id, id))),
  );
  await signInAs(page, locale, MAJA, `/${locale}/help/manage-billing-profiles?profile=${id}`);
  await expect(field(page, locale, 'street')).toBeVisible();
  const names = `${ASTRID} (astrid.lindqvist@nordlysbygg.example)`;
  const roles = t('signIn.profileRoles.owner');
  await expect(page.getByText(t('task.whoMay', { count: 1, profile: 'Provprofilen', roles, names }))).toBeVisible();
  await expect(page.getByRole('button', { name: t('manageProfileRoles.grant') })).toHaveCount(0);
});
