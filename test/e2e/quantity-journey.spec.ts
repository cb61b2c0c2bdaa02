import { expect, test } from '@/test/support/browser-test';
import {
  chargeOf,
  longDay,
  money,
  type PriceFacts,
  renewalOf,
  restOfPeriod,
  todayIn,
} from '@/test/support/quantity-figures';
import { askFor, confirm, confirmButton, GUIDE, valueBeside } from '@/test/support/quantity-page';
import { countActs, listMailsAbout, newSubscription, periodOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const PLACES = [
  {
    locale: 'sv-SE',
    other: 'en-US',
    by: 'maja-sandberg',
    person: 'Maja Sandberg',
    mail: 'maja.sandberg@nordlysbygg.example',
    recipient: 'faktura@nordlysbygg.example',
    profile: { id: 'nordlys-office', name: 'Kontoret' },
    price: { unit: 12_900, vatPercent: 25, currency: 'SEK', timeZone: 'Europe/Stockholm' },
  },
  {
    locale: 'en-US',
    other: 'sv-SE',
    by: 'eleni-papadaki',
    person: 'Eleni Papadaki',
    mail: 'eleni.papadaki@kymata.example',
    recipient: 'accounts@kymata.example',
    profile: { id: 'kymata-head-office', name: 'Head office' },
    price: { unit: 1190, vatPercent: 24, currency: 'EUR', timeZone: 'Europe/Athens' },
  },
] as const;

for (const { locale, other, by, person, mail, recipient, profile, price } of PLACES) {
  test(`a visitor signs in from the guide and gets four licenses more (${locale})`, async ({ page, site }) => {
    const id = await newSubscription(site, { by, billingProfileId: profile.id });
    const facts: PriceFacts = { ...price, period: await periodOf(site, id) };
    const t = words(locale);
    const q = 'changeLicenseQuantity';

    await test.step('from the signed-out guide to its step, signed in', async () => {
      await page.goto(`/${locale}${GUIDE}`);
      await page.getByRole('link', { name: t('guide.signInAndContinue') }).click();
      await page.getByRole('button', { name: t('signIn.demo.submit', { name: person }), exact: true }).click();
      await page.waitForURL(new RegExp(`/${locale}${GUIDE}#choose-quantity$`));
    });

    await test.step('an app and a number are chosen', async () => {
      const links = page.getByRole('link', { name: t('task.chooseApp'), exact: true });
      await links.and(page.locator(`[href*="app=${id}#"]`)).click();
      await expect(
        page.getByText(t(`${q}.quantityHint`, { current: 10, assigned: 7, minimum: 7, maximum: 300 })),
      ).toBeVisible();
      await askFor(page, locale, '14');
      await page.waitForURL(/preview=.*#review$/);
    });

    const { net, vat, total, left, whole } = chargeOf(facts, 10, 14);
    const [charge, netText, vatText] = [total, net, vat].map((minor) => money(locale, facts, minor));
    await test.step('the review shows every figure', async () => {
      await expect(valueBeside(page, t('figures.effectiveNow.name'))).toHaveText(
        t('figures.effectiveNow.text', { date: longDay(locale, todayIn(facts.timeZone)) }),
      );
      const detail = t('figures.payToday.detail', {
        count: 4,
        span: restOfPeriod(locale, facts),
        days: left,
        of: whole,
        net: netText ?? '',
        vat: vatText ?? '',
      });
      await expect(valueBeside(page, t('figures.payToday.name'))).toHaveText(`${charge}${detail}`);
      const renewal = t('figures.renewal.text', {
        term: 'P1M',
        amount: money(locale, facts, renewalOf(facts, 14)),
        before: money(locale, facts, renewalOf(facts, 10)),
      });
      await expect(
        valueBeside(page, t('figures.renewal.name', { date: longDay(locale, facts.period.end) })),
      ).toHaveText(renewal);
      await expect(valueBeside(page, t('figures.paidByCard.name'))).toHaveText(
        t('figures.paidByCard.text', { brand: 'Visa', lastFour: '4242', profile: profile.name }),
      );
      await expect(valueBeside(page, t('figures.receiptToYou.name'))).toHaveText(t('figures.receiptToYou.text'));
      await expect(valueBeside(page, t('figures.invoiceTo.name'))).toHaveText(recipient);
      expect(await countActs(site, id, 'increase')).toBe(0);
    });

    const reference = await confirm(page, confirmButton(page, locale, 14));
    const receipt = new URL(page.url()).pathname;
    const invoice = await test.step('the receipt repeats it, in the other language too', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('receipts.titles.increase', { quantity: 14 }));
      await expect(valueBeside(page, t('figures.paid.name'))).toContainText(charge ?? '');
      await expect(valueBeside(page, t('receipts.sentTo'))).not.toContainText(recipient);
      const number = await valueBeside(page, t('receipts.document.invoice')).innerText();
      await page.goto(receipt.replace(locale, other));
      const o = words(other);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(o('receipts.titles.increase', { quantity: 14 }));
      await expect(page.getByText(reference)).toBeVisible();
      await expect(valueBeside(page, o('figures.paid.name'))).toContainText(money(other, facts, total));
      await expect(valueBeside(page, o('receipts.document.invoice'))).toHaveText(number);
      return number;
    });

    await test.step('it shows in the list, on the app, in its history and in the activity', async () => {
      await page.goto(`/${locale}/apps`);
      const row = page.getByRole('row').filter({ has: page.locator(`[href$="/apps/${id}"]`) });
      await expect(row).toContainText(t('subscription.licenses', { count: 14 }));
      await row.getByRole('link', { name: 'Tallyworks Pro', exact: true }).click();
      await expect(valueBeside(page, t('app.licenses'))).toHaveText(t('app.assigned', { count: 14, assigned: 7 }));
      const history = page.getByRole('region', { name: t('app.history') });
      const done = history
        .getByRole('listitem')
        .filter({ hasText: t('acts.increase', { quantityBefore: 10, quantityAfter: 14 }) });
      await expect(done).toContainText(t('app.byPerson', { person }));
      await expect(done.getByRole('link', { name: t('app.receipt', { reference }) })).toHaveAttribute('href', receipt);
      await page.goto(`/${locale}/activity`);
      const act = page.getByRole('row').filter({ has: page.locator(`[href$="/apps/${id}"]`) });
      await expect(
        act.filter({ hasText: t('acts.increase', { quantityBefore: 10, quantityAfter: 14 }) }),
      ).toContainText(person);
      expect(await countActs(site, id, 'increase')).toBe(1);
    });

    await test.step('the receipt is in the mail to who did it, the invoice in that to its recipient', async () => {
      await expect.poll(async () => (await listMailsAbout(site, reference)).length).toBe(1);
      await page.goto(`/${locale}/demo-mailbox`);
      const subject = t('mail.receipt.subject', { reference, app: 'Tallyworks Pro' });
      const own = page.getByRole('article', { name: subject }).filter({ hasText: mail });
      await expect(own).toContainText(`${t('figures.paid.name')}: ${charge} (`);
      const about = { kind: 'invoice', number: invoice, amount: charge ?? '' } as const;
      const invoices = page.getByRole('article', { name: t('mail.notices.invoice_issued.subject', about) });
      await expect(invoices.filter({ hasText: recipient })).toContainText(t('mail.notices.invoice_issued.paid'));
    });
  });
}
