import { LOCALES } from '@/lib/i18n/locales';
import { expect } from '@/test/support/browser-test';
import { test } from '@/test/support/live-site';
import { newSubscription } from '@/test/support/quantity-subscriptions';
import { ageSessions, rowsOf } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const guide = '/help/change-license-quantity';
/** One for each language, so that a test finds its own message. */
const receivers = { 'en-US': 'eleni.papadaki@kymata.example', 'sv-SE': 'maja.sandberg@nordlysbygg.example' };
/** Each links an account whose address is not the one they go by here. */
const linkers = {
  'en-US': { id: 'johan-ekstrom', email: 'johan.ekstrom@nordlysbygg.example', as: 'johan-at-work' },
  'sv-SE': { id: 'oskar-berglund', email: 'oskar.berglund@nordlysbygg.example', as: 'oskar-at-work' },
};

test('a live site has no clock that anybody moves', async ({ request }) => {
  const form = { far: '1', from: '0', back: '' };
  const headers = { 'sec-fetch-site': 'same-origin' };
  expect((await request.get('/en-US/demo-clock')).status()).toBe(404);
  expect((await request.post('/en-US/demo-clock/move', { form, headers })).status()).toBe(404);
  expect(await (await request.get('/en-US/sign-in')).text()).not.toContain('demo-clock');
});

for (const locale of LOCALES) {
  const t = words(locale);
  const byProvider = t('signIn.oidc.submit', { provider: 'Test ID' });

  test(`signing in at the identity provider leads back to the step (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}${guide}`);
    await page.getByRole('link', { name: t('guide.signInAndContinue') }).click();
    await page.getByRole('button', { name: byProvider }).click();
    await page.getByRole('button', { name: 'astrid' }).click();
    await page.waitForURL(`/${locale}${guide}#choose-quantity`);
    await expect(page.getByRole('link', { name: 'Nordlys Bygg AB' })).toBeVisible();
  });

  test(`whoever leaves the provider's page is told so (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/sign-in`);
    await page.getByRole('button', { name: byProvider }).click();
    await page.getByRole('button', { name: 'cancel' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.refused.title'));
    await expect(page.getByText(t('signIn.why.sign_in_cancelled'))).toBeVisible();
  });

  test(`a stranger is told who can invite (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/sign-in`);
    await page.getByRole('button', { name: byProvider }).click();
    await page.getByRole('button', { name: 'stranger' }).click();
    await expect(page.getByText(t('signIn.why.not_invited'))).toBeVisible();
  });

  test(`a person without an organization sees who can invite (${locale})`, async ({ page, site }) => {
    const values = "('rut-ek', 'Rut Ek', 'rut.ek@nowhere.example', 0)";
    await rowsOf(site, `insert or ignore into people (id, name, email, created_at) values ${values}`);
    await page.goto(`/${locale}/sign-in?to=/${locale}/apps`);
    await page.getByRole('button', { name: byProvider }).click();
    await page.getByRole('button', { name: 'rut' }).click();
    await page.waitForURL(`/${locale}/account`);
    await expect(page.getByText(t('invitation.nowhere.title'))).toBeVisible();
  });

  test(`a link by mail signs in once, back at the step (${locale})`, async ({ page, mailServer }) => {
    await page.goto(`/${locale}/sign-in?to=/${locale}${guide}&at=choose-quantity`);
    await page.getByLabel(t('signIn.email.label')).fill(receivers[locale]);
    await page.getByRole('button', { name: t('signIn.email.submit') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.sent.title'));
    const mail = await mailServer.nextTo(receivers[locale]);
    expect(mail.subject).toBe(t('mail.magicLink.subject'));
    const link = /https?:\/\/\S+/.exec(mail.text)?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('button', { name: t('signIn.confirm.submit') }).click();
    await page.waitForURL(`/${locale}${guide}#choose-quantity`);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.confirm.goneTitle'));
  });

  test(`a work account is linked while signed in and fresh, shows who one is, and is unlinked (${locale})`, async ({
    page,
    mailServer,
    site,
  }) => {
    const { id, email, as } = linkers[locale];
    const openLink = async () => {
      const { text } = await mailServer.nextTo(email);
      await page.goto(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
      await page.getByRole('button', { name: t('signIn.confirm.submit') }).click();
    };
    await page.goto(`/${locale}/sign-in?to=/${locale}/account`);
    await page.getByLabel(t('signIn.email.label')).fill(email);
    await page.getByRole('button', { name: t('signIn.email.submit') }).click();
    await openLink();
    await page.waitForURL(`/${locale}/account`);

    await ageSessions(site, id);
    await page.getByRole('button', { name: t('account.ways.link') }).click();
    await expect(page.getByText(t('signIn.again.reasons.sign_in_ways'))).toBeVisible();
    await page.getByRole('button', { name: t('signIn.again.email.submit') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.sent.title'));
    await openLink();
    await page.waitForURL(`/${locale}/account#sign-in-ways`);
    await page.getByRole('button', { name: t('account.ways.link') }).click();
    await page.getByRole('button', { name: as }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.login_linked'));

    await ageSessions(site, id);
    const named = t('account.ways.unlinkNamed', { name: t('account.ways.provider', { provider: 'Test ID' }) });
    await page.getByRole('button', { name: named }).click();
    await page.getByRole('button', { name: t('signIn.again.oidc.submit', { provider: 'Test ID' }) }).click();
    await page.getByRole('button', { name: 'cancel' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.refused.stillTitle'));
    await page.getByRole('link', { name: t('signIn.refused.againKnown') }).click();
    await page.getByRole('button', { name: t('signIn.again.oidc.submit', { provider: 'Test ID' }) }).click();
    await page.getByRole('button', { name: as }).click();
    await page.waitForURL(/account\?kept=.*#sign-in-ways$/);
    await page.getByRole('button', { name: named }).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.login_unlinked'));
  });

  test(`the identity provider shows who one is, before canceling (${locale})`, async ({ page, site }) => {
    const id = await newSubscription(site);
    const endsNow = page.getByRole('radio', { name: t('cancelSubscription.now') });
    await page.goto(`/${locale}/sign-in?to=${encodeURIComponent(`/${locale}/help/cancel-subscription?app=${id}`)}`);
    await page.getByRole('button', { name: byProvider }).click();
    await page.getByRole('button', { name: 'astrid' }).click();
    await ageSessions(site, 'astrid-lindqvist');
    await endsNow.check();
    await page.getByRole('button', { name: t('cancelSubscription.review') }).click();
    await expect(page.getByText(t('signIn.again.reasons.cancel'))).toBeVisible();
    await page.getByRole('button', { name: t('signIn.again.oidc.submit', { provider: 'Test ID' }) }).click();
    await page.getByRole('button', { name: 'astrid' }).click();
    await page.waitForURL(new RegExp(`app=${id}&kept=[\\w-]{43}#choose-when$`));
    await expect(endsNow).toBeChecked();
    await page.getByRole('button', { name: t('cancelSubscription.review') }).click();
    await page.waitForURL(/preview=.*#review$/);
  });
}
