import { newId } from '@/db/ids';
import { addDays } from '@/lib/domain/days';
import type { Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { MAJA, signInAs } from '@/test/support/people';
import { longDay, money, type PriceFacts, renewalOf, todayIn } from '@/test/support/quantity-figures';
import { confirm, valueBeside } from '@/test/support/quantity-page';
import { factsOf, listMailsAbout, newSubscription, periodOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const PRICE = { unit: 12_900, vatPercent: 25, currency: 'SEK', timeZone: 'Europe/Stockholm' } as const;

test('canceled at the end, kept, canceled now for all the money, and bought again', async ({ page, site }, {
  project,
}) => {
  test.setTimeout(180_000);
  const locale: Locale = project.name === 'with-script' ? 'sv-SE' : 'en-US';
  const t = words(locale);
  const id = await newSubscription(site, { daysAgo: 0 });
  const facts: PriceFacts = { ...PRICE, period: await periodOf(site, id) };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  const ends = facts.period.end;

  await test.step('the guide chooses the end of the period, and the review says what that means', async () => {
    await signInAs(page, locale, MAJA, `/${locale}/help/cancel-subscription?app=${id}`);
    await expect(page.getByRole('radio', { name: t('cancelSubscription.atEnd') })).toBeChecked();
    await button(t('cancelSubscription.review')).click();
    await page.waitForURL(/preview=.*#review$/);
    await expect(valueBeside(page, t('figures.ends.name'))).toContainText(longDay(locale, ends));
    await expect(valueBeside(page, t('figures.undoUntil.name'))).toContainText(longDay(locale, addDays(ends, -1)));
    await expect(valueBeside(page, t('figures.refundNone.name'))).toContainText(t('figures.refundNone.text'));
    await expect(valueBeside(page, t('figures.affected.name'))).toHaveText(
      t('figures.affected.text', { pricing: 'per_license', count: 7 }),
    );
    await expect(valueBeside(page, t('figures.dataKept.name', { publisher: 'Tallyworks Ltd' }))).toContainText(
      longDay(locale, addDays(ends, 7)),
    );
    expect((await factsOf(site, id)).subscription.state).toBe('active');
  });

  await test.step('the receipt comes at once, and why is asked only then', async () => {
    const reference = await confirm(page, button(t('cancelSubscription.confirmAtEnd')));
    await expect(heading).toHaveText(
      t('receipts.titles.cancel_at_end', { app: 'Tallyworks Pro', date: longDay(locale, ends) }),
    );
    expect((await factsOf(site, id)).subscription.state).toBe('active_ending');
    await button(t('cancelSubscription.why.send')).click();
    await expect(page.getByRole('alert').filter({ hasText: t('cancelSubscription.why.errorTitle') })).toContainText(
      t('cancelSubscription.errors.nothing_said'),
    );
    await page.getByRole('radio', { name: t('cancelSubscription.reasons.too_expensive') }).check();
    await page.getByLabel(t('cancelSubscription.why.comment'), { exact: true }).fill('<b>Dyrt</b> & långsamt');
    await button(t('cancelSubscription.why.send')).click();
    await expect(page.getByText('<b>Dyrt</b> & långsamt', { exact: true })).toBeVisible();
    await expect(button(t('cancelSubscription.why.send'))).toHaveCount(0);
    await expect.poll(async () => (await listMailsAbout(site, reference)).length).toBe(2);
  });

  await test.step('it is kept from the app’s own page', async () => {
    await page.goto(`/${locale}/apps/${id}`);
    await page.getByRole('link', { name: t('app.actions.keep-subscription.title'), exact: true }).click();
    await confirm(page, button(t('cancelSubscription.keep')));
    await expect(heading).toHaveText(t('receipts.titles.undo_cancel', { app: 'Tallyworks Pro' }));
    expect((await factsOf(site, id)).subscription.state).toBe('active');
    await page.goBack();
    await expect(button(t('cancelSubscription.keep'))).toHaveCount(0);
  });

  await test.step('canceled now, within the hours, everything comes back', async () => {
    await page.goto(`/${locale}/apps/${id}`);
    await page.getByRole('link', { name: t('app.actions.cancel-subscription.title'), exact: true }).click();
    const paid = money(locale, facts, renewalOf(facts, 10));
    await page.getByRole('radio', { name: t('cancelSubscription.now') }).check();
    await button(t('cancelSubscription.review')).click();
    await page.waitForURL(/preview=/);
    await expect(valueBeside(page, t('figures.refund.name'))).toContainText(paid);
    await expect(valueBeside(page, t('figures.undoNever.name'))).toHaveText(t('figures.undoNever.text'));
    await confirm(page, button(t('cancelSubscription.confirmNow')));
    await expect(valueBeside(page, t('figures.creditNote.name'))).toContainText(paid);
    await expect(valueBeside(page, t('receipts.document.credit_note'))).toHaveText(/^\d{4}-\d{5}$/);
    expect((await factsOf(site, id)).subscription).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
    await expect.poll(async () => (await factsOf(site, id)).paid).toEqual([]);
    await page.goBack();
    await expect(button(t('cancelSubscription.confirmNow'))).toHaveCount(0);
  });

  await test.step('bought again with another number, once the agreement is accepted', async () => {
    await page.goto(`/${locale}/apps/${id}`);
    const kept = longDay(locale, addDays(todayIn(PRICE.timeZone), 7));
    await expect(valueBeside(page, t('app.dataKept', { publisher: 'Tallyworks Ltd' }))).toHaveText(
      t('app.dataKeptUntil', { date: kept }),
    );
    await page.getByRole('link', { name: t('app.actions.buy-again.title'), exact: true }).click();
    const number = page.getByLabel(t('buyAgain.quantity'), { exact: true });
    await expect(number).toHaveValue('10');
    await number.fill('301');
    await button(t('buyAgain.choose')).click();
    await expect(
      page.getByRole('link', { name: t('buyAgain.errors.quantity_above_maximum', { maximum: 300 }) }),
    ).toBeVisible();
    await expect(number).toHaveValue('301');
    await number.fill('12');
    await button(t('buyAgain.choose')).click();
    await button(t('buyAgain.review')).click();
    await expect(page.getByRole('link', { name: t('buyAgain.errors.agreement_missing'), exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: t('buyAgain.agreement') }).check();
    await button(t('buyAgain.review')).click();
    await page.waitForURL(/preview=/);
    await expect(valueBeside(page, t('figures.pricePerPeriod.name', { term: 'P1M' }))).toContainText(
      money(locale, facts, renewalOf(facts, 12)),
    );
    await expect(valueBeside(page, t('figures.payNothing.name'))).toHaveText(t('figures.payNothing.text'));
    await confirm(page, button(t('buyAgain.confirm', { app: 'Tallyworks Pro' })));
    await page.getByRole('link', { name: t('receipts.toApp', { app: 'Tallyworks Pro' }), exact: true }).click();
    await page.getByRole('link', { name: t('app.earlier'), exact: true }).click();
    await page.waitForURL((url) => url.pathname === `/${locale}/apps/${id}`);
    await expect(page.getByRole('link', { name: t('app.later'), exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: t('app.actions.buy-again.title'), exact: true })).toHaveCount(0);
  });
});

test('another organization’s app is not there to cancel or to buy again', async ({ page, expectedStatuses }) => {
  expectedStatuses.add(404);
  await signInAs(page, 'en-US', 'Eleni Papadaki');
  for (const task of ['cancel-subscription', 'buy-again'] as const) {
    for (const id of ['nordlys-tallyworks', newId()]) {
      expect((await page.goto(`/en-US/apps/${id}?do=${task}`))?.status()).toBe(404);
      await page.goto(`/en-US/help/${task}?app=${id}`);
      await expect(page.getByText(words('en-US')('task.contextNone'))).toBeVisible();
    }
  }
});
