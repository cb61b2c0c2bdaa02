import type { Page } from '@playwright/test';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ELENI, MAJA, signInAs } from '@/test/support/people';
import { words } from '@/test/support/words';

const GUIDE = '/help/supported-regions';

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'en-US': { SE: 'Sweden', DE: 'Germany', GR: 'Greece', JP: 'Japan', krona: 'Swedish Krona (SEK)' },
  'sv-SE': { SE: 'Sverige', DE: 'Tyskland', GR: 'Grekland', JP: 'Japan', krona: 'svensk krona (SEK)' },
};

async function ask(page: Page, locale: Locale, country: string): Promise<void> {
  const t = words(locale);
  await page.getByLabel(t('supportedRegions.country'), { exact: true }).selectOption({ label: country });
  await page.getByRole('button', { name: t('supportedRegions.check'), exact: true }).click();
  await page.waitForURL(/\?country=/);
}

function answerFor(page: Page, country: string | undefined) {
  return page.locator('.country-answer').filter({ has: page.getByRole('heading', { name: country, exact: true }) });
}

for (const locale of LOCALES) {
  const t = words(locale);
  const names = NAMES[locale];
  const region = t('guide.regions.westernEurope');

  test(`a visitor is told whether apps are sold in a country (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}${GUIDE}`);
    await expect(page.locator('.country-answer')).toHaveCount(0);
    await expect(page.locator('.places > li').last()).toContainText(region);

    await ask(page, locale, names.SE ?? '');
    const sweden = answerFor(page, names.SE);
    await expect(sweden).toContainText(t('supportedRegions.chosen'));
    await expect(sweden).toContainText(t('supportedRegions.sold'));
    await expect(sweden).toContainText(t('supportedRegions.byGroup', { group: region }));
    await expect(sweden).toContainText(names.krona ?? '');
    await expect(page.getByLabel(t('supportedRegions.country'), { exact: true })).toHaveValue('SE');

    await ask(page, locale, names.DE ?? '');
    await expect(answerFor(page, names.DE)).toContainText(t('supportedRegions.byCountry'));
    await ask(page, locale, names.JP ?? '');
    await expect(answerFor(page, names.JP)).toContainText(t('supportedRegions.notSold'));
    await expect(page.locator('.country-answer')).toHaveCount(1);
  });

  test(`a reader is told of their own country before they ask (${locale})`, async ({ page }) => {
    await signInAs(page, locale, MAJA, `/${locale}${GUIDE}`);
    await expect(answerFor(page, names.SE)).toContainText(t('supportedRegions.own'));
    await ask(page, locale, names.GR ?? '');
    await expect(answerFor(page, names.SE)).toContainText(t('supportedRegions.own'));
    await expect(answerFor(page, names.GR)).toContainText(t('supportedRegions.chosen'));
  });

  test(`a country that nobody knows gets a friendly line (${locale})`, async ({ page }) => {
    for (const country of ['XX', 'sverige', '%3Cb%3E', '__proto__']) {
      expect((await page.goto(`/${locale}${GUIDE}?country=${country}`))?.status()).toBe(200);
      await expect(page.locator('.country-answer')).toHaveText(t('supportedRegions.unknown'));
    }
    await page.goto(`/${locale}${GUIDE}?country=`);
    await expect(page.locator('.country-answer')).toHaveCount(0);
    await page.goto(`/${locale}${GUIDE}?country=se`);
    await expect(answerFor(page, names.SE)).toBeVisible();
  });
}

test('the chosen country survives a change of language', async ({ page }) => {
  await page.goto(`/en-US${GUIDE}?country=SE`);
  await page.locator('.languages > summary').click();
  await page.locator('.languages').getByRole('link', { name: 'Svenska', exact: true }).click();
  await page.waitForURL(`/sv-SE${GUIDE}?country=SE`);
  await expect(answerFor(page, 'Sverige')).toBeVisible();
});

test('a Greek organization is covered by its own country, whatever language it reads in', async ({ page }) => {
  await signInAs(page, 'sv-SE', ELENI, `/sv-SE${GUIDE}`);
  await expect(answerFor(page, 'Grekland')).toContainText(words('sv-SE')('supportedRegions.byCountry'));
});
