import { expect, test } from '@/test/support/browser-test';
import { ASTRID, ELENI, JOHAN, MAJA, signInAs } from '@/test/support/people';
import { longDay, money, type PriceFacts, renewalOf } from '@/test/support/quantity-figures';
import { confirm, errorSummary, valueBeside } from '@/test/support/quantity-page';
import { factsOf, listMailsAbout, newSubscription, periodOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const PLACES = [
  {
    locale: 'sv-SE',
    person: ASTRID,
    by: 'astrid-lindqvist',
    from: { id: 'nordlys-office', name: 'Kontoret' },
    to: { id: 'nordlys-projects', name: 'Byggprojekt' },
    recipients: ['faktura@nordlysbygg.example', 'projektekonomi@nordlysbygg.example'],
    price: { unit: 12_900, vatPercent: 25, currency: 'SEK', timeZone: 'Europe/Stockholm' },
  },
  {
    locale: 'en-US',
    person: ELENI,
    by: 'eleni-papadaki',
    from: { id: 'kymata-head-office', name: 'Head office' },
    to: { id: 'kymata-hotels', name: 'Hotels' },
    recipients: ['accounts@kymata.example'],
    price: { unit: 1190, vatPercent: 24, currency: 'EUR', timeZone: 'Europe/Athens' },
  },
] as const;

for (const { locale, person, by, from, to, recipients, price } of PLACES) {
  test(`an app is moved to another billing profile (${locale})`, async ({ page, site }) => {
    const t = words(locale);
    const id = await newSubscription(site, { by, billingProfileId: from.id });
    const facts: PriceFacts = { ...price, period: await periodOf(site, id) };
    const confirmButton = page.getByRole('button', { name: t('changeBillingProfile.confirm', { profile: to.name }) });
    await signInAs(page, locale, person, `/${locale}/apps/${id}`);
    await page.getByRole('link', { name: t('app.actions.change-billing-profile.title'), exact: true }).click();

    await test.step('without a choice nothing is reviewed', async () => {
      await page.getByRole('button', { name: t('changeBillingProfile.review'), exact: true }).click();
      await expect(errorSummary(page, locale)).toContainText(t('changeBillingProfile.errors.profile_missing'));
    });

    await test.step('the review says who pays what from when', async () => {
      await expect(page.getByRole('radio', { name: from.name })).toBeDisabled();
      await page.getByRole('radio', { name: to.name }).check();
      await page.getByRole('button', { name: t('changeBillingProfile.review'), exact: true }).click();
      await page.waitForURL(/preview=.*#review$/);
      const card = { method: 'card', brand: 'Visa', lastFour: '4242', profile: from.name };
      await expect(valueBeside(page, t('figures.paidUntilNow.name'))).toHaveText(t('figures.paidUntilNow.text', card));
      await expect(valueBeside(page, t('figures.paidFromNextInvoice.name'))).toHaveText(
        t('figures.paidFromNextInvoice.text', { ...card, method: 'invoice', profile: to.name }),
      );
      await expect(
        valueBeside(page, t('figures.renewalSame.name', { date: longDay(locale, facts.period.end) })),
      ).toHaveText(t('figures.renewalSame.text', { term: 'P1M', amount: money(locale, facts, renewalOf(facts, 10)) }));
      for (const recipient of recipients)
        await expect(valueBeside(page, t('figures.receiptToYou.name'))).toContainText(recipient);
      expect((await factsOf(site, id)).subscription.billingProfileId).toBe(from.id);
    });

    const reference = await confirm(page, confirmButton);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.change_billing_profile', { app: 'Tallyworks Pro', to: to.name }),
    );
    await test.step('back at the form, there is the receipt and nothing more to confirm', async () => {
      await page.goBack();
      await page.waitForURL(/preview=/);
      const panel = page.getByRole('region', { name: t('app.actions.change-billing-profile.title') });
      await expect(panel.getByRole('link', { name: t('task.openReceipt', { reference }), exact: true })).toBeVisible();
      await expect(confirmButton).toHaveCount(0);
    });
    const { subscription, acts } = await factsOf(site, id);
    expect([subscription.billingProfileId, acts.at(-1)]).toEqual([to.id, 'change_billing_profile']);
    await expect.poll(async () => (await listMailsAbout(site, reference)).length).toBe(recipients.length + 1);
    await page.goto(`/${locale}/apps/${id}`);
    await expect(page.getByRole('region', { name: t('app.history') })).toContainText(
      t('acts.change_billing_profile', { profileBefore: from.name, profileAfter: to.name }),
    );
  });
}

test('a profile without a role of one’s own is listed with whom to ask', async ({ page, site }, { project }) => {
  const locale = project.name === 'with-script' ? 'en-US' : 'sv-SE';
  const t = words(locale);
  const id = await newSubscription(site);
  await signInAs(page, locale, MAJA, `/${locale}/help/change-billing-profile?app=${id}`);
  await expect(page.getByRole('radio', { name: 'Region Norr' })).toBeEnabled();
  await expect(page.getByRole('radio', { name: 'Byggprojekt' })).toBeDisabled();
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const roles = or.format([t('signIn.profileRoles.owner'), t('signIn.profileRoles.contributor')]);
  const people = [
    'Astrid Lindqvist (astrid.lindqvist@nordlysbygg.example)',
    'Johan Ekström (johan.ekstrom@nordlysbygg.example)',
  ];
  const names = new Intl.ListFormat(locale).format(people);
  await expect(page.getByText(t('task.whoMay', { count: 2, profile: 'Byggprojekt', roles, names }))).toBeVisible();
});

test('while a payment is missing the app stays where it is', async ({ page, site }, { project }) => {
  const locale = project.name === 'with-script' ? 'sv-SE' : 'en-US';
  const { payBy } = (await factsOf(site, 'nordlys-prosfora')).subscription;
  const date = longDay(locale, payBy ?? '2000-01-01');
  await signInAs(page, locale, JOHAN, `/${locale}/apps/nordlys-prosfora?do=change-billing-profile`);
  await expect(
    page.getByText(words(locale)('changeBillingProfile.obstacles.subscription_past_due', { date })),
  ).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});
