import { expect } from '@/test/support/browser-test';
import { test } from '@/test/support/live-site';
import { chargeOf } from '@/test/support/quantity-figures';
import { askFor, confirm, confirmButton, errorSummary, pageFor } from '@/test/support/quantity-page';
import { newSubscription, periodOf } from '@/test/support/quantity-subscriptions';
import { stripeEvent } from '@/test/support/stripe-server';
import { words } from '@/test/support/words';

const locale = 'sv-SE';
const t = words(locale);
const price = { unit: 12_900, vatPercent: 25, currency: 'SEK', timeZone: 'Europe/Stockholm' } as const;

test('a card is given at Stripe’s page, and four licenses are paid with it, once', async ({
  page,
  site,
  stripe,
  expectedStatuses,
}) => {
  expectedStatuses.add(409);
  const { account } = stripe;
  const id = await newSubscription(site);
  const profile = `/${locale}/billing/profiles/nordlys-office?do=replace-payment-method`;
  await page.goto(`/${locale}/sign-in?to=${encodeURIComponent(profile)}`);
  await page.getByRole('button', { name: t('signIn.oidc.submit', { provider: 'Test ID' }) }).click();
  await page.getByRole('button', { name: 'astrid' }).click();

  await test.step('there and back', async () => {
    const { host } = new URL(account.origin);
    await expect(page.getByText(t('replacePaymentMethod.cardAbout', { host }))).toBeVisible();
    await page.getByRole('button', { name: t('replacePaymentMethod.card') }).click();
    await page.getByRole('link', { name: 'cancel' }).click();
    await page.getByRole('button', { name: t('replacePaymentMethod.card') }).click();
    await page.getByRole('button', { name: 'pm_mastercard' }).click();
    await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
    const mastercard = { act: 'use_card', brand: 'Mastercard', lastFour: '4444' };
    await page.getByRole('button', { name: t('replacePaymentMethod.confirm', mastercard) }).click();
    await page.waitForURL(/\/receipts\//);
  });

  await page.goto(`/${locale}${pageFor(id)}`);
  await askFor(page, locale, '14');
  stripe.fail('unavailable', 3);
  await confirmButton(page, locale, 14).click();
  await expect(errorSummary(page, locale)).toContainText(t('task.errors.still_running'));
  await confirm(page, confirmButton(page, locale, 14));
  const { total } = chargeOf({ ...price, period: await periodOf(site, id) }, 10, 14);
  expect([...account.intents.values()]).toMatchObject([
    { amount: total, currency: 'sek', status: 'succeeded', payment_method: expect.stringMatching(/^pm_mastercard_/) },
  ]);
});

test('Stripe’s events come in without a page’s origin, and nobody else’s do', async ({ request }) => {
  const { payload, signature } = stripeEvent('payment_intent.succeeded', { id: 'pi_unknown' });
  const send = (headers: Record<string, string>) =>
    request.post('/api/stripe', { data: payload, headers: { 'content-type': 'application/json', ...headers } });
  expect((await send({ 'stripe-signature': signature })).status()).toBe(200);
  expect((await send({})).status()).toBe(400);
  expect((await request.get('/api/stripe')).status()).toBe(405);
});
