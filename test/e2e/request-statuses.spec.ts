import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '@/test/support/browser-test';
import { listBuiltActions } from '@/test/support/build-manifests';
import { type FormFields, plainFields } from '@/test/support/forged-forms';
import { MAJA, OSKAR, signInAs } from '@/test/support/people';
import { newSubscription } from '@/test/support/quantity-subscriptions';
import { words } from '@/test/support/words';

const t = words('en-US');

/** Sends a form of the task as a browser without scripts does. */
async function send(page: Page, name: 'reviewLicenseQuantity' | 'changeLicenseQuantity', fields: FormFields) {
  const action = listBuiltActions().find((built) => built.name === name);
  if (!action) throw new Error(`The build has no ${name}`);
  const guide = `/en-US/help/change-license-quantity?app=${fields.subscription}`;
  const isReviewed = name === 'changeLicenseQuantity';
  const path = isReviewed ? `${guide}&preview=${fields.key}` : guide;
  const place = { locale: 'en-US', here: path, at: 'choose-quantity', form: isReviewed ? 'review' : 'quantity' };
  return page.request.post(path, {
    headers: { 'sec-fetch-site': 'same-origin' },
    multipart: plainFields(action.id, { ...place, act: 'change', version: '1', ...fields }),
    maxRedirects: 0,
  });
}

test('a key that comes again with something else is answered 422, and has no second effect', async ({ page, site }) => {
  const subscription = await newSubscription(site);
  const key = randomUUID();
  await signInAs(page, 'en-US', MAJA);
  expect((await send(page, 'reviewLicenseQuantity', { subscription, key, quantity: '14' })).status()).toBe(303);
  const other = await send(page, 'changeLicenseQuantity', { subscription, key, quantity: '15' });
  expect(other.status()).toBe(422);
  expect((await other.text()).includes(t('task.errors.key_reused'))).toBe(true);
  const done = await send(page, 'changeLicenseQuantity', { subscription, key, quantity: '14' });
  const again = await send(page, 'changeLicenseQuantity', { subscription, key, quantity: '14' });
  expect([done.status(), again.status()]).toEqual([303, 303]);
  expect(done.headers().location).toMatch(/\/receipts\//);
  expect(again.headers().location).toBe(done.headers().location);
});

test('a form for nobody, by nobody or of no form of ours has its own status', async ({ page, site }) => {
  const subscription = await newSubscription(site);
  const wish = { subscription, key: randomUUID(), quantity: '14' };
  await signInAs(page, 'en-US', MAJA);
  const statusOf = async (fields: FormFields) => (await send(page, 'reviewLicenseQuantity', fields)).status();
  expect(await statusOf({ ...wish, subscription: 'kymata-nobody' })).toBe(404);
  expect(await statusOf({ ...wish, act: 'burn' })).toBe(400);
  expect(await statusOf({ ...wish, quantity: 'fourteen' })).toBe(200);
  await signInAs(page, 'en-US', OSKAR);
  expect(await statusOf(wish)).toBe(403);
});

test('a form whose page is gone is answered like its page, and a script loads that anew', async ({ page, site }) => {
  await signInAs(page, 'en-US', MAJA);
  const path = '/en-US/apps/kymata-nobody';
  const action = listBuiltActions().find(({ name }) => name === 'reviewLicenseQuantity');
  const headers = { origin: site.origin };
  const plain = await page.request.post(path, { headers, multipart: plainFields(action?.id ?? '', {}) });
  expect(plain.status()).toBe(404);
  expect(await plain.text()).toContain(t('missing.title'));
  const script = await page.request.post(path, {
    headers: { ...headers, 'next-action': action?.id ?? '' },
    multipart: { 0: '["$K1"]' },
  });
  expect([script.status(), script.headers()['x-action-redirect']]).toEqual([200, `${path};replace`]);
});
