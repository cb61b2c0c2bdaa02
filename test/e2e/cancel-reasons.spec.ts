import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, JOHAN, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { valueBeside } from '@/test/support/quantity-page';
import { factsOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const localeOf = (index: number, project: string) =>
  LOCALES[(index + Number(project === 'with-script')) % LOCALES.length] ?? 'en-US';

const ROLELESS = [
  { task: 'cancel-subscription', app: 'nordlys-tallyworks', control: 'cancelSubscription.review' },
  { task: 'keep-subscription', app: 'nordlys-sign', control: 'cancelSubscription.keep' },
  { task: 'buy-again', app: 'nordlys-prosfora-office', control: 'buyAgain.choose' },
] as const;

for (const [index, { task, app, control }] of ROLELESS.entries()) {
  test(`without the role, ${task} says who may`, async ({ page }, { project }) => {
    const locale = localeOf(index, project.name);
    const t = words(locale);
    await signInAs(page, locale, OSKAR, `/${locale}/apps/${app}?do=${task}`);
    const mails = [
      'Astrid Lindqvist (astrid.lindqvist@nordlysbygg.example)',
      'Maja Sandberg (maja.sandberg@nordlysbygg.example)',
    ];
    const or = new Intl.ListFormat(locale, { type: 'disjunction' });
    const sentence = t('task.whoMay', {
      count: mails.length,
      profile: 'Kontoret',
      roles: or.format([t('signIn.profileRoles.owner'), t('signIn.profileRoles.contributor')]),
      names: new Intl.ListFormat(locale).format(mails),
    });
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('button', { name: t(control), exact: true })).toHaveCount(0);
  });
}

test('past due, the review says that the debt remains and that the card is left alone', async ({ page, site }, {
  project,
}) => {
  const locale = localeOf(0, project.name);
  const t = words(locale);
  await signInAs(page, locale, JOHAN, `/${locale}/apps/nordlys-prosfora?do=cancel-subscription`);
  await page.getByRole('radio', { name: t('cancelSubscription.now') }).check();
  await page.getByRole('button', { name: t('cancelSubscription.review'), exact: true }).click();
  await page.waitForURL(/preview=/);
  await expect(valueBeside(page, t('figures.debtRemains.name'))).toHaveText(
    `${t('figures.debtRemains.text')}${t('figures.debtRemains.detail')}`,
  );
  expect((await factsOf(site, 'nordlys-prosfora')).subscription.state).toBe('past_due');
});

test('before activation there is only now, and nothing has been billed', async ({ page }, { project }) => {
  const locale = localeOf(1, project.name);
  const t = words(locale);
  await signInAs(page, locale, MAJA, `/${locale}/help/cancel-subscription?app=nordlys-taxidi`);
  await expect(page.getByRole('radio')).toHaveCount(1);
  await page.getByRole('button', { name: t('cancelSubscription.review'), exact: true }).click();
  await page.waitForURL(/preview=/);
  await expect(valueBeside(page, t('figures.notBilled.name'))).toHaveText(t('figures.notBilled.text'));
});

test('what is over cannot be canceled, and what is not over cannot be bought again', async ({ page }, { project }) => {
  const locale = localeOf(0, project.name);
  const t = words(locale);
  await signInAs(page, locale, ASTRID, `/${locale}/apps/nordlys-tidlapp?do=cancel-subscription`);
  await expect(page.getByText(t('cancelSubscription.obstacles.subscription_disabled'))).toBeVisible();
  const links = (task: 'buy-again' | 'cancel-subscription' | 'change-license-quantity') =>
    page.getByRole('link', { name: t(`app.actions.${task}.title`), exact: true });
  await expect(links('buy-again')).toHaveCount(1);
  await expect(links('cancel-subscription')).toHaveCount(0);
  await expect(links('change-license-quantity')).toHaveCount(0);
  await page.goto(`/${locale}/apps/nordlys-tallyworks?do=buy-again`);
  await expect(page.getByText(t('buyAgain.obstacles.subscription_not_disabled'))).toBeVisible();
  await expect(links('buy-again')).toHaveCount(0);
  await expect(links('cancel-subscription')).toHaveCount(1);
});
