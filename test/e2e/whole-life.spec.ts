import type { Page } from '@playwright/test';
import { fill } from '@/lib/demo/publisher-portal/words';
import type { Locale } from '@/lib/i18n/locales';
import { expect } from '@/test/support/browser-test';
import { MASTERCARD, typeCard } from '@/test/support/payment-site';
import { ASTRID, ELENI } from '@/test/support/people';
import { buyApp, portalButton, portalWords } from '@/test/support/publisher-portal';
import { askFor, confirm, confirmButton } from '@/test/support/quantity-page';
import { factsOf } from '@/test/support/quantity-subscriptions';
import type { TestSmtpServer } from '@/test/support/smtp-server';
import { test } from '@/test/support/whole-demo';
import { words } from '@/test/support/words';

const LIVES = [
  {
    locale: 'sv-SE',
    person: ASTRID,
    by: 'astrid-lindqvist',
    mailbox: 'astrid.lindqvist@nordlysbygg.example',
    from: { id: 'nordlys-office', name: 'Kontoret' },
    to: { id: 'nordlys-projects', name: 'Byggprojekt' },
    users: ['ulla@nordlysbygg.example', 'sven@nordlysbygg.example'],
  },
  {
    locale: 'en-US',
    person: ELENI,
    by: 'eleni-papadaki',
    mailbox: 'eleni.papadaki@kymata.example',
    from: { id: 'kymata-head-office', name: 'Head office' },
    to: { id: 'kymata-hotels', name: 'Hotels' },
    users: ['zoe@kymata.example', 'petros@kymata.example'],
  },
] as const;

const APP = 'Tallyworks Pro';

for (const { locale, person, by, mailbox, from, to, users } of LIVES) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test(`an app lives its whole life without a script (${locale})`, async ({ page, site, mail }) => {
      test.setTimeout(240_000);
      const t = words(locale);
      const p = portalWords(locale);
      const id = await buyApp(site, { by, billingProfileId: from.id });
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const act = (task: 'change-billing-profile' | 'cancel-subscription' | 'keep-subscription' | 'buy-again') =>
        page.getByRole('link', { name: t(`app.actions.${task}.title`), exact: true }).click();
      const openApp = () => page.goto(`/${locale}/apps/${id}`);

      await test.step('signed in from the guide, the app is activated at the publisher’s', async () => {
        await page.goto(`/${locale}/help/activate-app`);
        await page.getByRole('link', { name: t('guide.signInAndContinue') }).click();
        await button(t('signIn.demo.submit', { name: person })).click();
        await page.waitForURL(new RegExp(`/${locale}/help/activate-app`));
        await page.goto(`/${locale}/help/activate-app?app=${id}`);
        await button(t('openPublisherPortal.activate')).click();
        await portalButton(page, fill(p.signIn.submit, { account: 'Robin Sandell' })).click();
        await page.getByLabel(p.setUp.name).fill('Ekonomi');
        await portalButton(page, p.setUp.save).click();
        await portalButton(page, fill(p.setUp.activate, { app: APP })).click();
        await page.getByRole('link', { name: p.back }).first().click();
        await expect(page.locator('.context-line').getByText(t('subscription.states.active'))).toBeVisible();
      });

      await test.step('licenses are assigned', async () => {
        await page.goto(`/${locale}/help/assign-licenses?app=${id}`);
        await button(t('openPublisherPortal.assign')).click();
        for (const email of users) {
          await page.getByLabel(p.manage.email).fill(email);
          await portalButton(page, p.manage.add).click();
        }
        await page.getByRole('link', { name: p.back }).first().click();
        await expect(page.getByText(t('openPublisherPortal.assigned', { assigned: 2, quantity: 10 }))).toBeVisible();
      });

      await test.step('the number of licenses is changed', async () => {
        await page.goto(`/${locale}/help/change-license-quantity?app=${id}`);
        await askFor(page, locale, '12');
        await expectProof(page, mail, mailbox, await confirm(page, confirmButton(page, locale, 12)));
        expect((await factsOf(site, id)).subscription.quantity).toBe(12);
      });

      await test.step('another billing profile pays', async () => {
        await openApp();
        await act('change-billing-profile');
        await page.getByRole('radio', { name: to.name }).check();
        await button(t('changeBillingProfile.review')).click();
        const reference = await confirm(page, button(t('changeBillingProfile.confirm', { profile: to.name })));
        await expectProof(page, mail, mailbox, reference);
        expect((await factsOf(site, id)).subscription.billingProfileId).toBe(to.id);
      });

      await test.step('the first profile gets another card', async () => {
        await page.goto(`/${locale}/billing/profiles/${from.id}?do=replace-payment-method`);
        await page.getByRole('button', { name: t('replacePaymentMethod.card') }).click();
        await typeCard(page, locale, MASTERCARD);
        await button(t('replacePaymentMethod.review')).click();
        const card = { act: 'use_card', brand: 'Mastercard', lastFour: '4444' };
        const confirmed = page.getByRole('button', { name: t('replacePaymentMethod.confirm', card) });
        await expectProof(page, mail, mailbox, await confirm(page, confirmed));
      });

      await test.step('canceled at the end, and kept', async () => {
        await openApp();
        await act('cancel-subscription');
        await button(t('cancelSubscription.review')).click();
        await expectProof(page, mail, mailbox, await confirm(page, button(t('cancelSubscription.confirmAtEnd'))));
        await openApp();
        await act('keep-subscription');
        await expectProof(page, mail, mailbox, await confirm(page, button(t('cancelSubscription.keep'))));
        expect((await factsOf(site, id)).subscription.state).toBe('active');
      });

      await test.step('canceled now', async () => {
        await openApp();
        await act('cancel-subscription');
        await page.getByRole('radio', { name: t('cancelSubscription.now') }).check();
        await button(t('cancelSubscription.review')).click();
        await expectProof(page, mail, mailbox, await confirm(page, button(t('cancelSubscription.confirmNow'))));
        expect((await factsOf(site, id)).subscription.state).toBe('disabled');
      });

      await test.step('and bought again', async () => {
        await openApp();
        await act('buy-again');
        await button(t('buyAgain.choose')).click();
        await page.getByRole('checkbox', { name: t('buyAgain.agreement') }).check();
        await button(t('buyAgain.review')).click();
        await expectProof(page, mail, mailbox, await confirm(page, button(t('buyAgain.confirm', { app: APP }))));
      });

      await expectActivity(page, locale, id);
      expect((await factsOf(site, id)).acts).toEqual([
        'purchase',
        'open_publisher_portal',
        'activate',
        'open_publisher_portal',
        'report_assigned',
        'report_assigned',
        'increase',
        'change_billing_profile',
        'cancel_at_end',
        'undo_cancel',
        'cancel_now',
        'replaced',
      ]);
    });
  });
}

/** The receipt stands on the page, and comes to the person who acted over the wire. */
async function expectProof(page: Page, mail: TestSmtpServer, mailbox: string, reference: string): Promise<void> {
  await expect(page.getByText(reference)).toBeVisible();
  const sent = () => mail.received.some(({ to, subject }) => to.includes(mailbox) && subject.includes(reference));
  await expect.poll(sent, { message: `${reference} in the mail` }).toBe(true);
}

/** Each thing that was done stands in the activity, and none twice. */
async function expectActivity(page: Page, locale: Locale, id: string): Promise<void> {
  const t = words(locale);
  await page.goto(`/${locale}/activity?app=${id}`);
  for (const text of [
    t('acts.increase', { quantityBefore: 10, quantityAfter: 12 }),
    t('acts.cancel_at_end'),
    t('acts.undo_cancel'),
    t('acts.cancel_now'),
  ])
    await expect(page.getByRole('row').filter({ hasText: text })).toHaveCount(1);
}
