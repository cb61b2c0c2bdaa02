import { expect, test } from '@/test/support/browser-test';
import { MAJA, signInAs } from '@/test/support/people';
import { askFor, confirm, confirmButton, guideFor, numberField, pageFor } from '@/test/support/quantity-page';
import { countActs, factsOf, newSubscription } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

test('a form sent twice at the same moment has one effect', async ({ page, context, site }) => {
  const id = await newSubscription(site);
  await signInAs(page, 'sv-SE', MAJA, `/sv-SE${pageFor(id)}`);
  const paid = (await factsOf(site, id)).paid.length;
  await askFor(page, 'sv-SE', '14');
  await page.waitForURL(/preview=/);
  const second = await context.newPage();
  await second.goto(page.url());
  await Promise.all([page, second].map((each) => confirm(each, confirmButton(each, 'sv-SE', 14))));
  expect(page.url()).toBe(second.url());
  const after = await factsOf(site, id);
  expect([after.subscription.quantity, after.receipts.length, after.paid.length]).toEqual([14, 1, paid + 1]);
  expect(await countActs(site, id, 'increase')).toBe(1);
});

test('a second tab with an overtaken review gets a fresh one that says why', async ({ page, context, site }) => {
  const t = words('en-US');
  const id = await newSubscription(site);
  await signInAs(page, 'en-US', MAJA, `/en-US${guideFor(id)}`);
  const second = await context.newPage();
  await second.goto(`/en-US${guideFor(id)}`);
  await askFor(page, 'en-US', '14');
  await page.waitForURL(/preview=/);
  await askFor(second, 'en-US', '12');
  await second.waitForURL(/preview=/);
  await confirm(page, confirmButton(page, 'en-US', 14));

  await confirmButton(second, 'en-US', 12).click();
  await expect(second.getByText(t('guide.notices.preview_differs'))).toBeVisible();
  expect(await countActs(site, id, 'increase')).toBe(1);
  expect((await factsOf(site, id)).subscription.quantity).toBe(14);
  await confirm(second, confirmButton(second, 'en-US', 12));
  const { subscription, planned } = await factsOf(site, id);
  expect([subscription.quantity, planned.map(({ quantity }) => quantity)]).toEqual([14, [12]]);
});

test('a form from before somebody else changed the number leads to a review that says so', async ({
  page,
  context,
  site,
}) => {
  const id = await newSubscription(site);
  await signInAs(page, 'sv-SE', MAJA, `/sv-SE${pageFor(id)}`);
  const second = await context.newPage();
  await second.goto(`/sv-SE${pageFor(id)}`);
  await askFor(page, 'sv-SE', '11');
  await confirm(page, confirmButton(page, 'sv-SE', 11));
  await askFor(second, 'sv-SE', '14');
  await expect(second.getByText(words('sv-SE')('guide.notices.changed_meanwhile'))).toBeVisible();
  await expect(confirmButton(second, 'sv-SE', 14)).toBeVisible();
  expect((await factsOf(site, id)).subscription.quantity).toBe(11);
});

test('after confirming, Back shows the receipt and never does it again', async ({ page, site }) => {
  const t = words('sv-SE');
  const id = await newSubscription(site);
  await signInAs(page, 'sv-SE', MAJA, `/sv-SE${guideFor(id)}`);
  await askFor(page, 'sv-SE', '14');
  const reference = await confirm(page, confirmButton(page, 'sv-SE', 14));
  const receipt = new URL(page.url()).pathname;
  await page.goBack();
  await page.waitForURL(/preview=/);
  const link = page.getByRole('link', { name: t('task.openReceipt', { reference }), exact: true });
  await expect(link).toBeVisible();
  await expect(confirmButton(page, 'sv-SE', 14)).toHaveCount(0);
  await expect(numberField(page, 'sv-SE')).toHaveCount(0);
  await link.click();
  await page.waitForURL((url) => url.pathname === receipt);
  expect(await countActs(site, id, 'increase')).toBe(1);
});
