import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, ELENI, JOHAN, MAJA, OSKAR, signInAs } from '@/test/support/people';
import { longDay } from '@/test/support/quantity-figures';
import { askFor, errorSummary, GUIDE, guideFor, numberField, pageFor } from '@/test/support/quantity-page';
import { factsOf } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const q = 'changeLicenseQuantity';

/** Apps of the demo that nobody here changes, and why their number cannot be changed. */
const OBSTACLES = [
  { app: 'nordlys-archive', person: MAJA, reason: 'quantity_not_applicable', publisher: 'Tallyworks Ltd' },
  { app: 'nordlys-sign', person: MAJA, reason: 'quantity_not_applicable', publisher: 'Meltemi Software S.A.' },
  { app: 'nordlys-prosfora', person: JOHAN, reason: 'subscription_past_due', publisher: 'Meltemi Software S.A.' },
  { app: 'nordlys-payroll', person: JOHAN, reason: 'subscription_past_due', publisher: 'Tallyworks Ltd' },
  {
    app: 'nordlys-taxidi',
    person: ASTRID,
    reason: 'subscription_pending_activation',
    publisher: 'Meltemi Software S.A.',
  },
  { app: 'nordlys-tidlapp', person: ASTRID, reason: 'subscription_disabled', publisher: 'Brattkant Programvara AB' },
] as const;

for (const [index, { app, person, reason, publisher }] of OBSTACLES.entries()) {
  test(`${app} has no number to change: ${reason}`, async ({ page, site }, { project }) => {
    const locale = LOCALES[(index + Number(project.name === 'with-script')) % LOCALES.length] ?? 'en-US';
    const { payBy, activateBy } = (await factsOf(site, app)).subscription;
    const date = longDay(locale, payBy ?? activateBy ?? '2000-01-01');
    const sentence = words(locale)(`${q}.obstacles.${reason}`, { publisher, date });
    await signInAs(page, locale, person, `/${locale}${guideFor(app)}`);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(numberField(page, locale)).toHaveCount(0);
    await page.goto(`/${locale}${pageFor(app)}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(numberField(page, locale)).toHaveCount(0);
  });
}

const ROLELESS = [
  { app: 'nordlys-platsbok', person: MAJA, profile: 'Byggprojekt', ask: [ASTRID, JOHAN] },
  { app: 'nordlys-tallyworks', person: OSKAR, profile: 'Kontoret', ask: [ASTRID, MAJA] },
  { app: 'nordlys-tallyworks', person: 'Erik Nyström', profile: 'Kontoret', ask: [ASTRID, MAJA] },
  { app: 'nordlys-prosfora', person: ASTRID, profile: 'Region Norr', ask: [] },
] as const;

for (const [index, { app, person, profile, ask }] of ROLELESS.entries()) {
  test(`${person} sees who may change ${app}`, async ({ page }, { project }) => {
    const locale = LOCALES[(index + Number(project.name === 'with-script')) % LOCALES.length] ?? 'en-US';
    const t = words(locale);
    for (const path of [guideFor(app), pageFor(app)]) {
      await (path === guideFor(app)
        ? signInAs(page, locale, person, `/${locale}${path}`)
        : page.goto(`/${locale}${path}`));
      await expect(numberField(page, locale)).toHaveCount(0);
      if (ask.length === 0) continue;
      const mails = { [ASTRID]: 'astrid.lindqvist', [JOHAN]: 'johan.ekstrom', [MAJA]: 'maja.sandberg' };
      const names = ask.map((name) => `${name} (${mails[name]}@nordlysbygg.example)`);
      const list = new Intl.ListFormat(locale).format(names);
      const or = new Intl.ListFormat(locale, { type: 'disjunction' });
      const roles = or.format([t('signIn.profileRoles.owner'), t('signIn.profileRoles.contributor')]);
      const sentence = t('task.whoMay', { count: names.length, profile, roles, names: list });
      await expect(page.getByText(sentence)).toBeVisible();
    }
  });
}

test('a plan without decreases says so at the field', async ({ page, site }, { project }) => {
  const locale = project.name === 'with-script' ? 'sv-SE' : 'en-US';
  const before = await factsOf(site, 'nordlys-vault');
  await signInAs(page, locale, MAJA, `/${locale}${pageFor('nordlys-vault')}`);
  await askFor(page, locale, '38');
  await expect(errorSummary(page, locale)).toContainText(words(locale)(`${q}.errors.decrease_not_offered`));
  expect(await factsOf(site, 'nordlys-vault')).toEqual(before);
});

test("another organization's app is not there", async ({ page, expectedStatuses }) => {
  expectedStatuses.add(404);
  const t = words('en-US');
  await signInAs(page, 'en-US', ELENI, `/en-US${guideFor('nordlys-tallyworks')}`);
  await expect(page.getByText(t('task.contextNone'))).toBeVisible();
  const answers = [];
  for (const id of ['nordlys-tallyworks', 'no-such-app']) answers.push(await page.goto(`/en-US/apps/${id}`));
  expect(answers.map((answer) => answer?.status())).toEqual([404, 404]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('missing.title'));
  await page.goto(`/en-US${GUIDE}`);
  await expect(page.locator('[href*="app=nordlys-"]')).toHaveCount(0);
});
