import { addDays } from '@/lib/domain/days';
import { formatMoney } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { newProposal } from '@/test/support/proposals';
import { longDay, todayIn } from '@/test/support/quantity-figures';
import { confirm, valueBeside } from '@/test/support/quantity-page';
import { factsOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const GUIDE = '/help/get-apps';
const ZONE = 'Europe/Stockholm';
const localeOf = (project: string): Locale => (project === 'with-script' ? 'sv-SE' : 'en-US');

test('an app is found, bought in another language’s middle, and waits for activation', async ({ page, site }, {
  project,
}) => {
  test.setTimeout(120_000);
  const locale = localeOf(project.name);
  const other: Locale = locale === 'sv-SE' ? 'en-US' : 'sv-SE';
  const t = words(locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const number = page.getByLabel(t('getApps.quantity'), { exact: true });

  await test.step('the storefront answers a search, and says what is not sold here', async () => {
    await signInAs(page, locale, MAJA, `/${locale}${GUIDE}`);
    await page.getByLabel(t('getApps.find'), { exact: true }).fill('hmrc');
    await button(t('getApps.show')).click();
    await expect(page.locator('.offer-item').filter({ hasText: 'Tallyworks VAT for HMRC' })).toContainText(
      t('getApps.notHere'),
    );
    await page.getByLabel(t('getApps.find'), { exact: true }).fill('mangdbok');
    await button(t('getApps.show')).click();
    const found = page.locator('.storefront .offer-item');
    await expect(found).toHaveCount(1);
    await expect(found).toContainText(
      t('getApps.price.per_license.P1M', { amount: formatMoney(locale, 18_900n, 'SEK') }),
    );
    await found.getByRole('link', { name: t('task.chooseApp') }).click();
  });

  await test.step('a plan and a number; what is chosen survives a change of language', async () => {
    await page.getByRole('radio', { name: /^Standard 12/ }).check();
    await number.fill('1');
    await button(t('getApps.choosePlan')).click();
    await expect(
      page.getByRole('link', { name: t('getApps.errors.quantity_below_minimum', { minimum: 2 }) }),
    ).toBeVisible();
    await expect(number).toHaveValue('1');
    await number.fill('4');
    await button(t('getApps.choosePlan')).click();
    const inOther = page.locator(`a[lang="${other}"][href*="hl=${other}"][href*="quantity=4"]`).first();
    await page.goto((await inOther.getAttribute('href')) ?? '');
    const chosen = words(other)('getApps.chosenPlan', { plan: 'Standard 12', pricing: 'per_license', count: 4 });
    await expect(page.getByText(chosen)).toBeVisible();
    await page.goto(page.url().replace(`/${other}/`, `/${locale}/`));
    await page.getByRole('radio', { name: /^Kontoret/ }).check();
    await button(t('getApps.chooseProfile')).click();
  });

  await test.step('nothing is bought before the agreement is accepted and the review confirmed', async () => {
    await button(t('getApps.review')).click();
    await expect(page.getByRole('link', { name: t('getApps.errors.agreement_missing'), exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: t('getApps.agreement') }).check();
    await button(t('getApps.review')).click();
    await page.waitForURL(/preview=.*#review$/);
    const total = formatMoney(locale, 945_000n, 'SEK');
    await expect(valueBeside(page, t('figures.pricePerPeriod.name', { term: 'P1Y' }))).toContainText(total);
    await expect(valueBeside(page, t('figures.firstInvoice.name'))).toContainText(total);
    await expect(valueBeside(page, t('figures.payNothing.name'))).toHaveText(t('figures.payNothing.text'));
    const deadline = longDay(locale, addDays(todayIn(ZONE), 30));
    await expect(valueBeside(page, t('figures.activation.name'))).toContainText(deadline);
    await confirm(page, button(t('getApps.confirm', { app: 'Mängdbok' })));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('receipts.titles.purchase', { app: 'Mängdbok' }),
    );
    await page.goBack();
    await expect(button(t('getApps.confirm', { app: 'Mängdbok' }))).toHaveCount(0);
    await page.goForward();
    const way = page.getByRole('link', { name: t('receipts.toActivation', { app: 'Mängdbok' }), exact: true });
    const id = new URL((await way.getAttribute('href')) ?? '', site.origin).searchParams.get('app') ?? '';
    expect((await factsOf(site, id)).subscription).toMatchObject({
      state: 'pending_activation',
      channel: 'direct',
      quantity: 4,
      unitAmountMinor: 189_000n,
    });
    await way.click();
    await expect(page.getByText('Mängdbok').first()).toBeVisible();
  });
});

test('a proposal is accepted once at its own price, and then says by whom', async ({ page, site }, { project }) => {
  const locale = localeOf(project.name);
  const t = words(locale);
  const id = await newProposal(site);
  const address = `/${locale}${GUIDE}?order=${id}`;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await signInAs(page, locale, OSKAR, address);
  await expect(page.getByText(/maja\.sandberg@nordlysbygg\.example/).first()).toBeVisible();
  await expect(page.getByText(formatMoney(locale, 15_000n, 'SEK'))).toHaveCount(0);

  await page.context().clearCookies();
  await signInAs(page, locale, ASTRID, `/${locale}/apps`);
  await page.getByRole('link', { name: t('apps.getApps'), exact: true }).click();
  await page.locator(`a[href*="order=${id}"]`).first().click();
  await expect(valueBeside(page, t('offers.terms'))).toContainText('Gäller <b>bara</b> er.');
  await page.getByRole('radio', { name: /^Kontoret/ }).check();
  await button(t('getApps.chooseProfile')).click();
  await page.getByRole('checkbox', { name: t('getApps.agreement') }).check();
  await button(t('getApps.review')).click();
  await page.waitForURL(/preview=/);
  await expect(valueBeside(page, t('figures.sentBy.name', { channel: 'proposal' }))).toHaveText('Elin Åkesson');
  await expect(valueBeside(page, t('figures.pricePerPeriod.name', { term: 'P1M' }))).toContainText(
    formatMoney(locale, 56_250n, 'SEK'),
  );
  await confirm(page, button(t('getApps.confirm', { app: 'Mängdbok' })));
  await page.goto(address);
  const obstacle = page.locator('.step-reason').first();
  await expect(obstacle).toContainText(ASTRID);
  await expect(obstacle.getByRole('link')).toHaveAttribute('href', new RegExp(`^/${locale}/apps/`));
});

test('a proposal is declined with a reason, which the receipt shows', async ({ page, site }, { project }) => {
  const locale = localeOf(project.name);
  const t = words(locale);
  const id = await newProposal(site);
  await signInAs(page, locale, MAJA, `/${locale}${GUIDE}?order=${id}`);
  const label = t('offers.decline.proposal');
  await page.locator('summary').filter({ hasText: label }).click();
  await page.getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByRole('link', { name: t('offers.errors.reason_missing'), exact: true })).toBeVisible();
  await page.getByRole('radio', { name: t('offers.reasons.too_expensive') }).check();
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.waitForURL(/\/receipts\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('receipts.titles.decline_order', { app: 'Mängdbok' }),
  );
  await expect(valueBeside(page, t('figures.declineReason.name'))).toHaveText(t('offers.reasons.too_expensive'));
});

test('an app that is not sold in the country says where it is sold, and cannot be chosen', async ({ page }, {
  project,
}) => {
  const locale = localeOf(project.name);
  const t = words(locale);
  await signInAs(page, locale, MAJA, `/${locale}${GUIDE}?offer=tallyworks-hmrc`);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  await expect(page.locator('.step-reason').first()).toHaveText(
    t('getApps.obstacles.not_sold_in_country', {
      app: 'Tallyworks VAT for HMRC',
      country: countries.of('SE') ?? '',
      places: countries.of('GB') ?? '',
    }),
  );
  await expect(page.getByRole('button', { name: t('getApps.choosePlan'), exact: true })).toHaveCount(0);
});
