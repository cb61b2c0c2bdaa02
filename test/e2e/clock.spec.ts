import { spawn } from 'node:child_process';
import { programs } from '@/lib/cli/terminal';
import { fill } from '@/lib/demo/publisher-portal/words';
import { addDays, type Day, dayIn } from '@/lib/domain/days';
import { formatDay, formatInstant } from '@/lib/i18n/formats';
import { expect, requireTemplate } from '@/test/support/browser-test';
import { ASTRID, signInAs } from '@/test/support/people';
import { test as beside, portalButton, portalWords } from '@/test/support/publisher-portal';
import { factsOf, newSubscription } from '@/test/support/quantity-subscriptions';
import { bareEnvironment, type Site, startSite } from '@/test/support/site';
import { readValue } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

/** Time moves for a whole site, so these tests have one that no other test shares. */
const test = beside.extend({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const site = await startSite({ template: requireTemplate() });
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const ZONE = 'Europe/Stockholm';

/** Moves the site's time as an operator does, while it runs. Answers what the command says. */
function command({ origin, dataFolder }: Site, wish: string): Promise<string> {
  const env = { ...bareEnvironment(), STEGVIS_DATA: dataFolder, PORT: new URL(origin).port };
  const child = spawn(process.execPath, [programs.tsx, 'lib/cli/clock.ts', wish], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}

for (const locale of ['sv-SE', 'en-US'] as const) {
  const t = words(locale);
  const p = portalWords(locale);

  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test(`a month goes by: an app renews, its publisher and its reader go on (${locale})`, async ({
      page,
      site,
      portal,
    }) => {
      test.setTimeout(180_000);
      const daysAhead = Math.round(Number(await readAhead(site)) / 86_400_000);
      const id = await newSubscription(site, { quantity: 3, assignedQuantity: 0, daysAgo: -daysAhead });
      await signInAs(page, locale, ASTRID, `/${locale}/help/assign-licenses?app=${id}`);
      const start: Day = dayIn(ZONE, Date.now() + Number(await readAhead(site)));
      const bar = page.locator('.demo-clock > summary');
      const go = async (step: '1' | '30') => {
        await bar.click();
        await page.getByRole('button', { name: t(`clock.steps.${step}`), exact: true }).click();
      };
      const expectDay = (day: Day) => expect(bar).toContainText(t('clock.today', { date: formatDay(locale, day) }));
      const assign = async (email: string) => {
        await page.goto(`/${locale}/help/assign-licenses?app=${id}`);
        await page.getByRole('button', { name: t('openPublisherPortal.assign'), exact: true }).click();
        await page.waitForURL((url) => url.origin === portal);
        const signIn = portalButton(page, fill(p.signIn.submit, { account: 'Robin Sandell' }));
        if (await signIn.isVisible()) await signIn.click();
        await page.getByLabel(p.manage.email).fill(email);
        await portalButton(page, p.manage.add).click();
      };
      await expectDay(start);
      await assign('sara@nordlysbygg.example');

      await page.goto(`/${locale}/apps/${id}`);
      const before = await factsOf(site, id);
      const renewsOn = before.subscription.periodEnd ?? '';
      await go('30');
      await page.waitForURL(`/${locale}/apps/${id}`);
      await expectDay(addDays(start, 30));
      await go('1');
      await expectDay(addDays(start, 31));

      const after = await factsOf(site, id);
      expect(after.subscription).toMatchObject({ state: 'active', periodStart: renewsOn });
      expect(after.acts.filter((act) => act === 'renew')).toHaveLength(1);
      const next = t('subscription.next.active', { date: formatDay(locale, after.subscription.periodEnd ?? '') });
      await expect(page.getByText(next, { exact: false }).first()).toBeVisible();
      await expect(page.getByText(t('acts.renew'), { exact: true })).toBeVisible();
      await page.goto(`/${locale}/activity?app=${id}`);
      const renewedAt = Number(
        await readValue(site, `select at from audit_entries where act = 'renew' and subscription_id = '${id}'`),
      );
      await expect(page.getByRole('row').filter({ hasText: t('acts.renew') })).toContainText(
        formatInstant(locale, renewedAt, ZONE),
      );
      const number = await readValue(
        site,
        `select d.number from documents d join billing_lines l on l.document_id = d.id
          where l.subscription_id = '${id}' and l.served_from = '${renewsOn}'`,
      );
      await page.goto(`/${locale}/billing/profiles/nordlys-office`);
      await expect(page.getByRole('link', { name: number })).toBeVisible();

      await assign('per@nordlysbygg.example');
      await page.getByRole('link', { name: p.back }).first().click();
      await expect(page.getByText(t('openPublisherPortal.assigned', { assigned: 2, quantity: 3 }))).toBeVisible();
    });

    test(`a wish that makes no sense moves nothing, and the command moves what runs (${locale})`, async ({
      page,
      site,
    }) => {
      await signInAs(page, locale, ASTRID, `/${locale}/billing`);
      const aheadMs = await readAhead(site);
      await page.locator('.demo-clock > summary').click();
      await page.getByLabel(t('clock.far')).fill('soon');
      await page.getByRole('button', { name: t('clock.submit'), exact: true }).click();
      await expect(page.getByRole('alert').getByText(t('clock.errors.move_malformed'))).toBeVisible();
      await expect(page.getByLabel(t('clock.far'))).toHaveValue('soon');
      expect(await readAhead(site)).toBe(aheadMs);

      const tomorrow = addDays(dayIn(ZONE, Date.now() + Number(aheadMs)), 1);
      expect(await command(site, '+1d')).toBe(`Today in the demo: ${tomorrow}\n`);
      await page.goto(`/${locale}/demo-clock`);
      await expect(page.getByText(formatDay(locale, tomorrow))).toBeVisible();
      await site.restart();
      await page.reload();
      await expect(page.getByText(formatDay(locale, tomorrow))).toBeVisible();
    });
  });
}

async function readAhead(site: Site): Promise<string> {
  return readValue(site, 'select coalesce(max(ahead_ms), 0) from demo_clock');
}
