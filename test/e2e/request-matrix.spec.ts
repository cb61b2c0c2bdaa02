import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { nonceOf } from '@/test/support/nonce';
import { ASTRID, MAJA, signInAs } from '@/test/support/people';
import { readValue } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const FOREIGN = {
  apps: "select id from subscriptions where organization_id = 'kymata' limit 1",
  receipts: "select id from receipts where organization_id = 'kymata' limit 1",
  'billing/profiles': "select id from billing_profiles where organization_id = 'kymata' limit 1",
  'billing/invoices': "select id from documents where billing_profile_id like 'kymata-%' limit 1",
} as const;

for (const locale of LOCALES) {
  const t = words(locale);

  test(`an unknown address is answered in the reader's language (${locale})`, async ({ page, expectedStatuses }) => {
    expectedStatuses.add(404);
    for (const path of [`/${locale}/nowhere`, `/${locale}/live/help`, `/${locale}/help/no-such-guide`]) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page).toHaveTitle(`${t('missing.title')} – Stegvis`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('missing.title'));
      await expect(page.getByText(t('missing.lead'))).toBeVisible();
    }
  });

  test(`a page for readers leads through sign-in and back to itself (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/apps?show=attention`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signIn.title'));
    await page.getByRole('button', { name: t('signIn.demo.submit', { name: ASTRID }), exact: true }).click();
    await page.waitForURL(`/${locale}/apps?show=attention`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('apps.title'));
  });

  for (const [kind, statement] of Object.entries(FOREIGN)) {
    test(`another organization's record looks like none (${kind}, ${locale})`, async ({
      page,
      site,
      expectedStatuses,
    }) => {
      expectedStatuses.add(404);
      await signInAs(page, locale, ASTRID);
      const foreign = await readValue(site, statement);
      const unknown = foreign.replaceAll(/[a-z]/g, 'q');
      const read = async (id: string) => {
        const answer = await page.request.get(`/${locale}/${kind}/${id}`);
        expect(answer.status()).toBe(404);
        const nonce = nonceOf(answer.headers()['content-security-policy']);
        expect(nonce).not.toBe('');
        return (await answer.text()).replaceAll(nonce, '').replaceAll(id, '');
      };
      expect(await read(foreign)).toBe(await read(unknown));
      await page.goto(`/${locale}/${kind}/${foreign}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('missing.title'));
    });
  }

  test(`a form sent after the session has ended keeps what was typed (${locale})`, async ({ page, browser, site }) => {
    const path = `/${locale}/help/change-license-quantity?app=nordlys-tallyworks`;
    await signInAs(page, locale, MAJA, path);
    await page.getByLabel(t('changeLicenseQuantity.quantity')).fill('13');
    const elsewhere = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false });
    const other = await elsewhere.newPage();
    await signInAs(other, locale, MAJA, `/${locale}/account`);
    await other.getByRole('button', { name: t('account.signOutEverywhere'), exact: true }).click();
    await other.waitForURL(`/${locale}/help`);
    await elsewhere.close();

    await page.getByRole('button', { name: t('changeLicenseQuantity.review'), exact: true }).click();
    await expect(page.getByText(t('signIn.sessionEnded'))).toBeVisible();
    await page.getByRole('button', { name: t('signIn.demo.submit', { name: MAJA }), exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(site.origin + path) && url.hash === '#choose-quantity');
    await expect(page.getByLabel(t('changeLicenseQuantity.quantity'))).toHaveValue('13');
  });

  test(`a form of an older build leads to today's page (${locale})`, async ({ page, javaScriptEnabled, site }) => {
    const path = `/${locale}/help/change-license-quantity?app=nordlys-tallyworks`;
    await signInAs(page, locale, MAJA, path);
    const field = page.getByLabel(t('changeLicenseQuantity.quantity'));
    const send = page.getByRole('button', { name: t('changeLicenseQuantity.review'), exact: true });
    if (javaScriptEnabled === false) {
      await field.fill('13');
      const form = page.locator('form').filter({ has: field });
      const named = await form.locator('input[type=hidden]').all();
      const hidden = await Promise.all(
        named.map(async (input) => [await input.getAttribute('name'), (await input.getAttribute('value')) ?? '']),
      );
      const multipart = Object.fromEntries([...hidden, ['quantity', await field.inputValue()]]);
      const reference = Object.keys(multipart).find((name) => name.startsWith('$ACTION_ID_')) ?? '';
      delete multipart[reference];
      multipart[`$ACTION_ID_${'f'.repeat(42)}`] = '';
      const answer = await page.request.post(path, { multipart, headers: { origin: site.origin }, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      await page.goto(answer.headers().location ?? '');
    } else {
      await page.route(path, (route) => {
        const headers = { ...route.request().headers(), 'next-action': 'f'.repeat(42) };
        return route.request().method() === 'POST' ? route.continue({ headers }) : route.continue();
      });
      await expect.poll(() => field.evaluate((input) => Object.keys(input).join())).toContain('__react');
      await field.fill('13');
      await send.click();
    }
    await expect(page.getByText(t('guide.notices.page_updated'))).toBeVisible();
    await expect(field).toHaveValue('13');
    await page.unrouteAll();
    await send.click();
    await page.waitForURL(/preview=/);
  });
}
