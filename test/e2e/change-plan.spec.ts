import { expect, test } from '@/test/support/browser-test';
import { ASTRID, ELENI, JOHAN, signInAs } from '@/test/support/people';
import { confirm, errorSummary, valueBeside } from '@/test/support/quantity-page';
import { factsOf, newSubscription } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const PLACES = [
  { locale: 'sv-SE', person: ASTRID, by: 'astrid-lindqvist', profile: 'nordlys-office' },
  { locale: 'en-US', person: ELENI, by: 'eleni-papadaki', profile: 'kymata-head-office' },
] as const;

for (const { locale, person, by, profile } of PLACES) {
  test(`a dearer plan at once, then one for the renewal, and back (${locale})`, async ({ page, site }) => {
    const t = words(locale);
    const id = await newSubscription(site, { by, billingProfileId: profile });
    const review = page.getByRole('button', { name: t('changePlan.review'), exact: true });
    await signInAs(page, locale, person, `/${locale}/apps/${id}`);
    await page.getByRole('link', { name: t('app.actions.change-plan.title'), exact: true }).click();

    await test.step('without a choice nothing is reviewed', async () => {
      await expect(page.getByRole('radio', { name: /^Standard (?!12 )/ })).toBeDisabled();
      await review.click();
      await expect(errorSummary(page, locale)).toContainText(t('changePlan.errors.plan_missing'));
    });

    await test.step('fewer than are assigned is said at the number, and the choice is kept', async () => {
      await page.getByRole('radio', { name: /^Plus/ }).check();
      await page.getByLabel(t('changePlan.quantity'), { exact: true }).fill('6');
      await review.click();
      await expect(errorSummary(page, locale)).toContainText(
        t('changePlan.errors.quantity_below_assigned', { assigned: 7 }),
      );
      await expect(page.getByRole('radio', { name: /^Plus/ })).toBeChecked();
      await page.getByLabel(t('changePlan.quantity'), { exact: true }).fill('10');
    });

    await review.click();
    await page.waitForURL(/preview=.*#review$/);
    // The page of the app names its licenses too.
    const licenses = page.locator('.review dl > div').filter({ hasText: t('figures.planLicenses.name') });
    await expect(licenses.locator('dd')).toHaveText(
      t('figures.planLicenses.text', { change: 'same', from: 10, to: 10 }),
    );
    await expect(valueBeside(page, t('figures.planPayToday.name'))).toBeVisible();
    expect((await factsOf(site, id)).subscription.planId).toBe('tallyworks-pro-monthly');
    await confirm(page, page.getByRole('button', { name: t('changePlan.confirm', { plan: 'Plus' }), exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.change_plan', { app: 'Tallyworks Pro', plan: 'Plus' }),
    );
    expect((await factsOf(site, id)).subscription.planId).toBe('tallyworks-pro-plus');

    await test.step('in the guide, another term waits for the renewal and can be given up', async () => {
      await page.goto(`/${locale}/help/change-plan?app=${id}`);
      await page.getByRole('radio', { name: /^Standard 12 / }).check();
      await review.click();
      await page.waitForURL(/preview=.*#review$/);
      const atRenewal = t('changePlan.confirmAtRenewal', { plan: 'Standard 12' });
      await confirm(page, page.getByRole('button', { name: atRenewal, exact: true }));
      await page.goto(`/${locale}/apps/${id}`);
      await expect(page.getByRole('region', { name: t('app.history') })).toContainText(
        t('app.plannedPlan', { plan: 'Standard 12', pricing: 'per_license', quantity: 10 }),
      );
      await page.goto(`/${locale}/help/change-plan?app=${id}`);
      await page.getByRole('button', { name: t('changePlan.keep', { plan: 'Plus' }), exact: true }).click();
      await page.waitForURL(/preview=.*#review$/);
      await confirm(page, page.getByRole('button', { name: t('changePlan.keep', { plan: 'Plus' }), exact: true }));
    });
    const { subscription, acts } = await factsOf(site, id);
    expect(subscription.planId).toBe('tallyworks-pro-plus');
    expect(acts.slice(-3)).toEqual(['change_plan', 'change_plan_at_renewal', 'keep_plan']);
  });
}

test('an app with one plan says that there is no other', async ({ page }, { project }) => {
  const locale = project.name === 'with-script' ? 'en-US' : 'sv-SE';
  await signInAs(page, locale, JOHAN, `/${locale}/help/change-plan?app=nordlys-platsbok`);
  const why = words(locale)('changePlan.obstacles.no_other_plan', { currency: 'SEK' });
  await expect(page.getByText(why).first()).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});
