import type { Page } from '@playwright/test';
import { fill } from '@/lib/demo/publisher-portal/words';
import type { Locale } from '@/lib/i18n/locales';
import { expect } from '@/test/support/browser-test';
import { ASTRID, JOHAN, MAJA, signInAs } from '@/test/support/people';
import { buyApp, portalButton, portalWords, test } from '@/test/support/publisher-portal';
import { factsOf, newSubscription } from '@/test/support/quantity-subscriptions';
import { rowsOf } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const q = 'openPublisherPortal';
const PUBLISHER = 'Tallyworks Ltd';

/** Opens the portal from the page and signs in there. Ends at the app's page of the portal. */
async function goToPortal(page: Page, locale: Locale, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  const { signIn } = portalWords(locale);
  await portalButton(page, fill(signIn.submit, { account: 'Robin Sandell' })).click();
  await page.waitForURL(/\/tallyworks\/apps\/[\da-f-]{36}$/);
}

async function nameWorkspace(page: Page, locale: Locale): Promise<void> {
  const { setUp } = portalWords(locale);
  await page.getByLabel(setUp.name).fill('Nordlys Ekonomi');
  await portalButton(page, setUp.save).click();
  await expect(portalButton(page, fill(setUp.activate, { app: 'Tallyworks Pro' }))).toBeVisible();
}

function step(page: Page, id: string) {
  return page.locator(`li.step:has(#${id})`);
}

for (const locale of ['sv-SE', 'en-US'] as const) {
  const t = words(locale);
  const p = portalWords(locale);

  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('an app is activated at the publisher’s and is active here', async ({ page, site, portal }) => {
      const id = await buyApp(site);
      await signInAs(page, locale, JOHAN, `/${locale}/help/activate-app?app=${id}`);
      const { host } = new URL(portal);
      const open = step(page, 'open-publisher-portal');
      await expect(open.getByText(t(`${q}.goesTo`, { host, publisher: PUBLISHER }))).toBeVisible();

      const handedOver = page.waitForResponse((answer) => new URL(answer.url()).pathname === `/${locale}/hand-over`);
      const landed = page.waitForRequest((request) => request.url().startsWith(`${portal}/tallyworks/landing?token=`));
      await page.getByRole('button', { name: t(`${q}.activate`), exact: true }).click();
      const headers = await (await handedOver).allHeaders();
      expect([headers['referrer-policy'], headers['cache-control'], headers['content-language']]).toEqual([
        'no-referrer',
        'private, no-store',
        locale,
      ]);
      expect((await (await landed).allHeaders()).referer).toBeUndefined();
      await portalButton(page, fill(p.signIn.submit, { account: 'Robin Sandell' })).click();
      await expect(page.getByText(p.states.PendingFulfillmentStart, { exact: true })).toBeVisible();
      await nameWorkspace(page, locale);
      await portalButton(page, fill(p.setUp.activate, { app: 'Tallyworks Pro' })).click();
      await expect(page.getByText(fill(p.done.activated, { app: 'Tallyworks Pro' }))).toBeVisible();

      await page.getByRole('link', { name: p.back }).first().click();
      await page.waitForURL((url) => url.pathname === `/${locale}/help/activate-app` && url.hash === '#check-status');
      await expect(page.locator('.context-line').getByText(t('subscription.states.active'))).toBeVisible();
      await expect(page.locator('li.step-done')).toHaveCount(4);
      expect((await factsOf(site, id)).acts).toEqual(['purchase', 'open_publisher_portal', 'activate']);
      await page.goto(`/${locale}/apps/${id}?do=open-publisher-portal`);
      await expect(page.getByRole('button', { name: t(`${q}.manage`), exact: true })).toBeVisible();
    });

    test('licenses are assigned at the publisher’s and counted here', async ({
      page,
      site,
      portal,
      expectedStatuses,
    }) => {
      expectedStatuses.add(400);
      const id = await newSubscription(site, { quantity: 2, assignedQuantity: 0 });
      await signInAs(page, locale, ASTRID, `/${locale}/help/assign-licenses?app=${id}`);
      expect(portal).not.toBe('');
      await goToPortal(page, locale, t(`${q}.assign`));
      const field = page.getByLabel(p.manage.email);
      const add = portalButton(page, p.manage.add);
      await field.fill('not an address');
      await add.click();
      await expect(page.getByRole('alert')).toContainText(p.errors.email_malformed);
      await expect(field).toHaveValue('not an address');
      for (const email of ['ulla@nordlysbygg.example', 'sven@nordlysbygg.example']) {
        await field.fill(email);
        await add.click();
        await expect(page.getByText(fill(p.done.added, { email }))).toBeVisible();
      }
      await expect(page.getByText(p.manage.full)).toBeVisible();
      await portalButton(page, fill(p.manage.removeFrom, { email: 'sven@nordlysbygg.example' })).click();
      await expect(page.getByText(fill(p.manage.count, { assigned: 1, quantity: 2 }))).toBeVisible();

      await page.getByRole('link', { name: p.back }).first().click();
      await page.waitForURL(
        (url) => url.pathname === `/${locale}/help/assign-licenses` && url.hash === '#assign-users',
      );
      const assign = step(page, 'assign-users');
      await expect(assign.getByText(t(`${q}.assigned`, { assigned: 1, quantity: 2 }))).toBeVisible();
      expect((await factsOf(site, id)).subscription.assignedQuantity).toBe(1);
    });

    test('a first payment that fails is told on both sides', async ({ page, site, portal }) => {
      expect(portal).not.toBe('');
      const id = await buyApp(site, { by: 'johan-ekstrom', billingProfileId: 'nordlys-north' });
      await signInAs(page, locale, JOHAN, `/${locale}/help/activate-app?app=${id}`);
      await goToPortal(page, locale, t(`${q}.activate`));
      await nameWorkspace(page, locale);
      await portalButton(page, fill(p.setUp.activate, { app: 'Tallyworks Pro' })).click();
      await expect(page.getByText(fill(p.done.suspended, { app: 'Tallyworks Pro' }))).toBeVisible();
      await page.getByRole('link', { name: p.back }).first().click();
      const check = step(page, 'check-status');
      await expect(check).toHaveClass(/step-problem/);
      const [reason] = t(`${q}.obstacles.first_payment_failed`, { date: '|' }).split('|');
      await expect(check.getByText(reason ?? '')).toBeVisible();
    });

    test('back without having activated, and with a link that has expired', async ({ page, site, portal }) => {
      expect(portal).not.toBe('');
      const id = await buyApp(site);
      await signInAs(page, locale, JOHAN, `/${locale}/help/activate-app?app=${id}`);
      await goToPortal(page, locale, t(`${q}.activate`));
      await page.getByRole('link', { name: p.back }).first().click();
      const waiting = t(`${q}.obstacles.still_waiting`, { publisher: PUBLISHER });
      await expect(step(page, 'check-status').getByText(waiting)).toBeVisible();
      await expect(step(page, 'set-up-app')).toHaveAttribute('aria-current', 'step');
      await rowsOf(site, `update purchase_tokens set created_at = 1, expires_at = 2 where subscription_id = '${id}'`);
      await page.getByRole('link', { name: t(`${q}.checkAgain`) }).click();
      await page.reload();
      const open = step(page, 'open-publisher-portal');
      await expect(open).toHaveAttribute('aria-current', 'step');
      const [expired] = t(`${q}.expired`, { date: '|' }).split('|');
      await expect(open.getByText(expired ?? '')).toBeVisible();
    });

    test('a link that is nobody’s gets a clear page', async ({ page, portal, expectedStatuses }) => {
      for (const status of [400, 403, 404]) expectedStatuses.add(status);
      const titleAt = async (path: string, title: string) => {
        await page.goto(`${portal}/tallyworks${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page.getByRole('main').getByRole('link', { name: p.back })).toBeVisible();
      };
      await titleAt('/landing', p.problems.token_missing.title);
      await titleAt('/nothing', p.problems.not_found.title);
      await titleAt('/apps/00000000-0000-4000-8000-000000000000', p.problems.signed_out.title);
      await page.goto(`${portal}/tallyworks/landing?token=${'x'.repeat(43)}`);
      await portalButton(page, fill(p.signIn.submit, { account: 'Robin Sandell' })).click();
      const unknown = fill(p.problems.token_unknown.title, { publisher: 'Tallyworks' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(unknown);
    });

    test('who may not open it is told who may, and a flat price needs no licenses', async ({ page, site }) => {
      const id = await buyApp(site);
      await signInAs(page, locale, MAJA, `/${locale}/help/activate-app?app=${id}`);
      await expect(step(page, 'open-publisher-portal').getByText('astrid.lindqvist@nordlysbygg.example')).toBeVisible();
      await expect(page.getByRole('button', { name: t(`${q}.activate`), exact: true })).toHaveCount(0);
      await page.goto(`/${locale}/help/assign-licenses?app=nordlys-archive`);
      const flat = t(`${q}.obstacles.licenses_not_counted`);
      await expect(step(page, 'assign-users').getByText(flat)).toBeVisible();
    });

    test('without a token at hand, the way over is explained', async ({ page }) => {
      await signInAs(page, locale, JOHAN, `/${locale}/hand-over`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('handOver.gone'));
      await expect(page.locator('form, meta[http-equiv=refresh]')).toHaveCount(0);
      await page.getByRole('link', { name: t('handOver.toApps') }).click();
      await page.waitForURL(`/${locale}/apps`);
    });
  });
}
