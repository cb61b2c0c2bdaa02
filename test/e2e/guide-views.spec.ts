import { expect, test } from '@/test/support/browser-test';
import { ASTRID, signInAs } from '@/test/support/people';
import { words } from '@/test/support/words';

const GUIDE = '/sv-SE/help/cancel-subscription';
const swedish = words('sv-SE');
const english = words('en-US');

test('a visitor reads a guide in both languages, or in its original, without a script', async ({ page }) => {
  await page.goto(GUIDE);
  const ways = page.getByRole('navigation', { name: swedish('guide.views.label') });
  await ways.getByRole('link', { name: swedish('guide.views.both') }).click();
  await page.waitForURL(`${GUIDE}?view=both`);
  const both = await page.request.get(`${GUIDE}?view=both`);
  expect(both.headers()['content-security-policy']).toContain("script-src 'none'");
  expect(both.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv-SE');
  await expect(page.getByRole('link', { name: swedish('guide.views.both') })).toHaveAttribute('aria-current', 'true');
  const choose = page.locator('#choose-when').locator('xpath=ancestor-or-self::li[1]');
  await expect(choose.locator('[lang="en-US"]').first()).toContainText(/\w/);

  await ways.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(`${GUIDE}?view=source`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en-US');
  // The frame stays the reader's own.
  await expect(page.getByRole('link', { name: swedish('frame.signIn') }).first()).toBeVisible();

  await page.goto('/en-US/help/cancel-subscription?view=both');
  await expect(page.getByRole('navigation', { name: english('guide.views.label') })).toHaveCount(0);
});

test('a reader keeps app and forms when reading both', async ({ page }) => {
  await signInAs(page, 'sv-SE', ASTRID, '/sv-SE/help/change-license-quantity?app=nordlys-tallyworks');
  await page.getByRole('link', { name: swedish('guide.views.both') }).click();
  await page.waitForURL(/view=both/);
  expect(new URL(page.url()).searchParams.get('app')).toBe('nordlys-tallyworks');
  await expect(page.getByLabel(swedish('changeLicenseQuantity.quantity'))).toBeVisible();
  await expect(page.locator('.source-beside[lang="en-US"]').first()).toBeVisible();
});

test('a page in another language than the browser’s offers the reader’s own, until they choose', async ({
  browser,
  site,
}, { project }) => {
  const context = await browser.newContext({
    baseURL: site.origin,
    locale: 'sv-SE',
    javaScriptEnabled: project.name === 'with-script',
  });
  const page = await context.newPage();
  const offer = page.getByRole('complementary', { name: swedish('frame.offer.label') });
  await page.goto('/sv-SE/sign-in');
  await expect(offer).toHaveCount(0);
  await page.goto('/en-US/sign-in?to=/en-US/apps');
  await offer.getByRole('link', { name: swedish('frame.offer.accept') }).click();
  await page.waitForURL('/sv-SE/sign-in**');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(swedish('signIn.title'));
  await context.clearCookies();
  await page.goto('/en-US/sign-in');
  await offer.getByRole('link', { name: swedish('frame.offer.dismiss') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english('signIn.title'));
  await expect(offer).toHaveCount(0);
  await context.close();
});
