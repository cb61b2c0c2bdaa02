import type { Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { useMailedLink } from '@/test/support/mailbox';
import { MAJA, signInAs } from '@/test/support/people';
import { newSubscription } from '@/test/support/quantity-subscriptions';
import { ageSessions, readValue } from '@/test/support/site-rows';
import { addVirtualDevice } from '@/test/support/virtual-device';
import { words } from '@/test/support/words';

const MAJAS_MAIL = 'maja.sandberg@nordlysbygg.example';

test('canceling asks again who one is, takes every way there is, and forgets nothing', async ({ page, site }, {
  project,
}) => {
  test.setTimeout(150_000);
  const hasScript = project.name === 'with-script';
  const locale: Locale = hasScript ? 'en-US' : 'sv-SE';
  const t = words(locale);
  const id = await newSubscription(site);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  const now = page.getByRole('radio', { name: t('cancelSubscription.now') });
  const token = async () => (await page.context().cookies()).find(({ name }) => name === 'stegvis')?.value;
  const age = () => ageSessions(site, 'maja-sandberg');
  const state = () => readValue(site, `select state from subscriptions where id = '${id}'`);

  if (hasScript) {
    await addVirtualDevice(page);
    await signInAs(page, locale, MAJA, `/${locale}/account`);
    await page.getByLabel(t('passkeys.name')).fill('Maja');
    await button(t('passkeys.add')).click();
    await expect(page.getByRole('status')).toHaveText(t('account.notices.passkey_added'));
  }
  await signInAs(page, locale, MAJA, `/${locale}/help/cancel-subscription?app=${id}`);

  await test.step('one click in the demo leads back to the step, with the choice made', async () => {
    await age();
    const before = await token();
    await now.check();
    await button(t('cancelSubscription.review')).click();
    await expect(heading).toHaveText(t('signIn.again.title'));
    await expect(page.getByText(t('signIn.again.reasons.cancel'))).toBeVisible();
    await button(t('signIn.again.demo.submit', { name: MAJA })).click();
    await page.waitForURL(new RegExp(`app=${id}&kept=[\\w-]{43}#choose-when$`));
    await expect(now).toBeChecked();
    expect(await token()).not.toBe(before);
    await button(t('cancelSubscription.review')).click();
    await page.waitForURL(/preview=.*#review$/);
  });

  await test.step('a link by mail leads back to the review', async () => {
    await age();
    await button(t('cancelSubscription.confirmNow')).click();
    await expect(page.getByText(t('signIn.again.reasons.cancel'))).toBeVisible();
    await button(t('signIn.again.email.submit')).click();
    await useMailedLink(page, locale, MAJAS_MAIL);
    await page.waitForURL(/preview=.*&kept=/);
    expect(await state()).toBe('active');
  });

  if (hasScript) {
    await test.step('so does a passkey', async () => {
      await age();
      await button(t('cancelSubscription.confirmNow')).click();
      await button(t('passkeys.again')).click();
      await page.waitForURL(/preview=.*&kept=/);
      expect(await state()).toBe('active');
    });
  }

  await test.step('and then it is done', async () => {
    await button(t('cancelSubscription.confirmNow')).click();
    await page.waitForURL(/\/receipts\//);
    expect(await state()).toBe('disabled');
  });
});
