import type { Page } from '@playwright/test';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { JOHAN, MAJA, signInAs } from '@/test/support/people';
import { chargeOf, longDay, money, type PriceFacts, renewalOf } from '@/test/support/quantity-figures';
import {
  askFor,
  confirm,
  confirmButton,
  errorSummary,
  guideFor,
  numberField,
  pageFor,
  valueBeside,
} from '@/test/support/quantity-page';
import {
  changeEarlier,
  countActs,
  endWithPeriod,
  factsOf,
  moveToProfile,
  newSubscription,
  periodOf,
} from '@/test/support/quantity-subscriptions';
import type { Site } from '@/test/support/site';
import { words } from '@/test/support/words';

const q = 'changeLicenseQuantity';
const SWEDISH = { vatPercent: 25, currency: 'SEK', timeZone: 'Europe/Stockholm' } as const;

/** The first way into the form with scripts is the second without: each case meets both languages and both pages. */
function variant(project: string, isOdd: boolean): { locale: Locale; pageOf: (id: string) => string } {
  const isFirst = (project === 'with-script') !== isOdd;
  const locale = LOCALES[isFirst ? 0 : 1];
  return { locale, pageOf: (id) => `/${locale}${isFirst ? pageFor(id) : guideFor(id)}` };
}

async function priceOf(site: Site, id: string, unit = 12_900): Promise<PriceFacts> {
  return { ...SWEDISH, unit, period: await periodOf(site, id) };
}

function buttonOf(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

test('fewer licenses are planned for the renewal, and the plan is removed', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, false);
  const t = words(locale);
  const id = await newSubscription(site);
  const facts = await priceOf(site, id);
  const renewal = longDay(locale, facts.period.end);
  await signInAs(page, locale, MAJA, pageOf(id));
  await askFor(page, locale, '8');
  await expect(valueBeside(page, t('figures.effectiveNow.name'))).toHaveText(
    t('figures.effectiveAtRenewal.text', { date: renewal }),
  );
  await expect(valueBeside(page, t('figures.payToday.name'))).toHaveText(t('figures.payNothing.text'));
  await confirm(page, confirmButton(page, locale, 8));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('receipts.titles.decrease', { quantity: 8, date: renewal }),
  );
  expect((await factsOf(site, id)).subscription.quantity).toBe(10);

  await page.goto(pageOf(id));
  await expect(page.getByText(t(`${q}.planned`, { date: renewal, quantity: 8, person: MAJA }))).toBeVisible();
  await buttonOf(page, t(`${q}.removePending`)).click();
  await page.waitForURL(/preview=/);
  const amount = (quantity: number) => money(locale, facts, renewalOf(facts, quantity));
  await expect(valueBeside(page, t('figures.renewal.name', { date: renewal }))).toHaveText(
    t('figures.renewal.text', { term: 'P1M', amount: amount(10), before: amount(8) }),
  );
  await confirm(page, buttonOf(page, t(`${q}.removePending`)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('receipts.titles.remove_planned_change'));
  const { planned, acts } = await factsOf(site, id);
  expect(planned.map(({ removedAt }) => removedAt === null)).toEqual([false]);
  expect(acts.slice(-2).sort()).toEqual(['decrease', 'remove_planned_change']);
});

test('an increase is taken back for a credit note', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, true);
  const t = words(locale);
  const id = await newSubscription(site, { planId: 'ritkant-monthly', quantity: 8 });
  await changeEarlier(site, id, 'maja-sandberg', 11, 3);
  const facts = await priceOf(site, id, 24_900);
  const { net, vat, total } = chargeOf(facts, 8, 11);
  await signInAs(page, locale, MAJA, pageOf(id));
  await buttonOf(page, t(`${q}.takeBack`)).click();
  await page.waitForURL(/preview=/);
  const detail = t('figures.credit.detail', { net: money(locale, facts, net), vat: money(locale, facts, vat) });
  await expect(valueBeside(page, t('figures.credit.name'))).toHaveText(money(locale, facts, total) + detail);
  await confirm(page, buttonOf(page, t(`${q}.takeBack`)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('receipts.titles.take_back'));
  await expect(valueBeside(page, t('receipts.document.credit_note'))).toHaveText(/\d/);
  expect((await factsOf(site, id)).subscription.quantity).toBe(8);
  await page.goto(pageOf(id));
  await expect(numberField(page, locale)).toBeVisible();
  await expect(buttonOf(page, t(`${q}.takeBack`))).toHaveCount(0);
});

test('with a change planned, the reader chooses which of the two to keep', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, false);
  const t = words(locale);
  const id = await newSubscription(site, { planId: 'lagkort-monthly' });
  await changeEarlier(site, id, 'maja-sandberg', 8, 1);
  const before = await factsOf(site, id);
  await signInAs(page, locale, MAJA, pageOf(id));
  await askFor(page, locale, '9');
  await expect(errorSummary(page, locale)).toContainText(t(`${q}.errors.pending_change_exists`));
  await page.getByRole('link', { name: t(`${q}.keepPlanned`), exact: true }).click();
  await expect(page.getByText(t(`${q}.errors.pending_change_exists`))).toHaveCount(0);
  expect(await factsOf(site, id)).toEqual(before);

  await askFor(page, locale, '9');
  await expect(numberField(page, locale)).toHaveValue('9');
  await buttonOf(page, t(`${q}.replacePlanned`)).click();
  await page.waitForURL(/preview=/);
  expect(await factsOf(site, id)).toEqual(before);
  await confirm(page, confirmButton(page, locale, 9));
  const open = (await factsOf(site, id)).planned.filter(({ removedAt }) => removedAt === null);
  expect(open.map(({ quantity }) => quantity)).toEqual([9]);
});

test('a declined card changes nothing and the page says so', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, true);
  const t = words(locale);
  const id = await newSubscription(site);
  await moveToProfile(site, id, 'nordlys-north');
  const before = await factsOf(site, id);
  await signInAs(page, locale, MAJA, pageOf(id));
  await askFor(page, locale, '14');
  await page.waitForURL(/preview=/);
  const shown = new URL(page.url()).searchParams.get('preview');
  await confirmButton(page, locale, 14).click();
  await expect(page.getByText(t('guide.notices.payment_declined'))).toBeVisible();
  expect(new URL(page.url()).searchParams.get('preview')).not.toBe(shown);
  await expect(confirmButton(page, locale, 14)).toBeVisible();
  expect(await factsOf(site, id)).toEqual(before);
});

test('on an invoiced profile the increase is for the next invoice', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, false);
  const t = words(locale);
  const onProjects = { by: 'johan-ekstrom', planId: 'platsbok-monthly', billingProfileId: 'nordlys-projects' };
  const id = await newSubscription(site, onProjects);
  const facts = await priceOf(site, id, 9900);
  await signInAs(page, locale, JOHAN, pageOf(id));
  await askFor(page, locale, '12');
  await page.waitForURL(/preview=/);
  const { total } = chargeOf(facts, 10, 12);
  await expect(valueBeside(page, t('figures.onNextInvoice.name'))).toContainText(money(locale, facts, total));
  const review = page.locator('.review');
  await expect(review).toContainText(t('figures.paidByInvoice.text', { profile: 'Byggprojekt' }));
  const paid = (await factsOf(site, id)).paid.length;
  await confirm(page, confirmButton(page, locale, 12));
  await expect(valueBeside(page, t('figures.onNextInvoice.name'))).toContainText(money(locale, facts, total));
  const after = await factsOf(site, id);
  expect([after.subscription.quantity, after.paid.length]).toEqual([12, paid]);
});

test('an app that ends takes an increase to its end, and no decrease', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, true);
  const t = words(locale);
  const id = await newSubscription(site);
  await endWithPeriod(site, id, 'maja-sandberg');
  const facts = await priceOf(site, id);
  await signInAs(page, locale, MAJA, pageOf(id));
  await askFor(page, locale, '8');
  await expect(errorSummary(page, locale)).toContainText(t(`${q}.errors.subscription_ending`));
  await askFor(page, locale, '11');
  await expect(valueBeside(page, t('figures.payToday.name'))).toContainText(
    money(locale, facts, chargeOf(facts, 10, 11).total),
  );
  await expect(valueBeside(page, t('figures.noRenewal.name'))).toHaveText(t('figures.noRenewal.text'));
  await confirm(page, confirmButton(page, locale, 11));
  expect(await countActs(site, id, 'increase')).toBe(1);
});

test('a plan that allows it gives fewer licenses at once, for a credit', async ({ page, site }, { project }) => {
  const { locale, pageOf } = variant(project.name, false);
  const t = words(locale);
  const id = await newSubscription(site, { planId: 'taxidi-monthly' });
  const facts = await priceOf(site, id, 8900);
  await signInAs(page, locale, MAJA, pageOf(id));
  await askFor(page, locale, '8');
  await expect(valueBeside(page, t('figures.credit.name'))).toContainText(
    money(locale, facts, chargeOf(facts, 8, 10).total),
  );
  await confirm(page, confirmButton(page, locale, 8));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('receipts.titles.decrease_now', { quantity: 8 }));
  expect((await factsOf(site, id)).subscription.quantity).toBe(8);
});
