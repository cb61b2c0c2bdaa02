import { expect, test, vi } from 'vitest';
import { changeLicenseQuantity, reviewLicenseQuantity } from '@/app/[locale]/_tasks/change-license-quantity/action';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { findDestination } from '@/lib/server/sign-in/destination';
import { everything, subscriptionNow } from '@/test/support/database';
import { type Fields, formOf, signIn, submit } from '@/test/support/submit';
import { now, subscriptionId, tenLicenses } from '@/test/support/ten-licenses';

// There is no request here for Next to run work after.
const after = vi.hoisted(() => vi.fn<(work: () => Promise<void>) => void>());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

const actions = [
  ['review', reviewLicenseQuantity],
  ['change', changeLicenseQuantity],
] as const;

const here = `/sv-SE/help/change-license-quantity?app=${subscriptionId}`;
const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';
const fields = {
  locale: 'sv-SE',
  here,
  at: 'choose-quantity',
  key,
  subscription: subscriptionId,
  version: '2',
  act: 'change',
  quantity: '14',
};

/** Everything but what a visitor may leave behind. */
async function unchangeable() {
  const { destinations: _kept, sessions: _signedIn, previews, ...rest } = await everything();
  return { ...rest, previews };
}

test('a reviewed change is done once, leads to its receipt, and sends it by mail', async () => {
  await tenLicenses();
  await underClock(() => now, drainOutbox);
  const { length } = (await everything()).demo_mails ?? [];
  const maja = { session: await signIn('maja-sandberg', now), now };
  const reviewed = await submit(reviewLicenseQuantity, formOf({ ...fields, quantity: ' 14 ' }), maja);
  expect(reviewed).toEqual({ goTo: `${here}&preview=${key}#review` });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10 });
  const confirmation = formOf({ ...fields, at: 'review', replacePlanned: 'no' });
  const done = await submit(changeLicenseQuantity, confirmation, maja);
  const all = await everything();
  expect(done).toEqual({ goTo: `/sv-SE/receipts/${Object(all.receipts?.[0]).id}` });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 14, version: 3 });

  expect(await submit(changeLicenseQuantity, confirmation, maja)).toEqual(done);
  const { sessions: _, ...again } = await everything();
  expect(all).toMatchObject(again);

  expect(after.mock.calls).toEqual([[drainOutbox], [drainOutbox]]);
  await underClock(() => now, drainOutbox);
  const mails = (await everything()).demo_mails?.slice(length).map(Object) ?? [];
  expect(mails.map(({ recipient, subject }) => `${recipient} ${subject.split(' ')[0]}`).sort()).toEqual([
    'astrid.lindqvist@nordlysbygg.example Faktura',
    'erik.nystrom@nordlysbygg.example Faktura',
    'faktura@nordlysbygg.example Faktura',
    'maja.sandberg@nordlysbygg.example Faktura',
    'maja.sandberg@nordlysbygg.example Kvittens',
  ]);
});

test('a change that was not reviewed leads to a review and is not done', async () => {
  await tenLicenses();
  const maja = { session: await signIn('maja-sandberg', now), now };
  const { previews: _, ...before } = await unchangeable();
  const answer = await submit(changeLicenseQuantity, formOf(fields), maja);
  expect(answer).toEqual({ goTo: expect.stringMatching(/&preview=[\da-f-]{36}&notice=preview_gone#review$/) });
  expect(await unchangeable()).toMatchObject(before);
});

test('a form from before somebody else’s change says so in its review', async () => {
  await tenLicenses();
  const maja = { session: await signIn('maja-sandberg', now), now };
  const answer = await submit(reviewLicenseQuantity, formOf({ ...fields, version: '1' }), maja);
  expect(answer).toEqual({ goTo: `${here}&preview=${key}&notice=changed_meanwhile#review` });
});

test.each(actions)('%s: a visitor is asked to sign in, and what was typed is there afterwards', async (_, action) => {
  await tenLicenses();
  const before = await unchangeable();
  const answer = await submit(action, formOf({ ...fields, quantity: 'fjorton' }), { session: undefined, now });
  const [, kept] =
    /^\/sv-SE\/sign-in\?kept=([\w-]{43})&notice=session_ended$/.exec('goTo' in answer ? answer.goTo : '') ?? [];
  const { locale, here: path, at: anchor, ...typed } = fields;
  expect(
    await underClock(
      () => now,
      () => findDestination(kept),
    ),
  ).toEqual({
    locale,
    path,
    anchor,
    typed: { ...typed, quantity: 'fjorton' },
    personId: null,
  });
  expect(await unchangeable()).toEqual(before);
});

test.each(actions)('%s: somebody of no organization is shown their account', async (_, action) => {
  await tenLicenses();
  const session = { ...(await signIn('maja-sandberg', now)), organization: undefined };
  expect(await submit(action, formOf(fields), { session, now })).toEqual({ goTo: '/sv-SE/account' });
});

test.each(actions)('%s: without a role on the billing profile nothing happens', async (_, action) => {
  await tenLicenses();
  const before = await unchangeable();
  for (const person of ['oskar-berglund', 'johan-ekstrom']) {
    const answer = await submit(action, formOf(fields), { session: await signIn(person, now), now });
    expect(answer).toMatchObject({ errors: [{ field: null, code: 'permission_missing' }], typed: { quantity: '14' } });
  }
  expect(await unchangeable()).toEqual(before);
});

test.each(actions)('%s: another organization’s app is as unknown as one that never was', async (_, action) => {
  await tenLicenses();
  const before = await unchangeable();
  const stranger = { session: await signIn('eleni-papadaki', now), now };
  const foreign = await submit(action, formOf(fields), stranger);
  expect(foreign).toMatchObject({ errors: [{ field: null, code: 'not_found' }] });
  for (const subscription of ['nothing', '', "' or 1=1 --", 'BOUGHT', 'bought ']) {
    const unknown = await submit(action, formOf({ ...fields, subscription }), stranger);
    expect(unknown).toMatchObject({ errors: [{ field: null, code: 'not_found' }] });
  }
  expect(await unchangeable()).toEqual(before);
});

test('a number that cannot be had comes back at its field, as it was typed', async () => {
  await tenLicenses();
  const maja = { session: await signIn('maja-sandberg', now), now };
  const refused = {
    fjorton: 'quantity_not_number',
    '': 'quantity_missing',
    '14,5': 'quantity_not_whole',
    '0': 'quantity_too_small',
    ['9'.repeat(40)]: 'quantity_too_large',
    '10': 'quantity_unchanged',
    '301': 'quantity_above_maximum',
  };
  for (const [quantity, code] of Object.entries(refused)) {
    const answer = await submit(reviewLicenseQuantity, formOf({ ...fields, quantity }), maja);
    expect(answer).toMatchObject({ errors: [{ field: 'quantity', code }], typed: { quantity } });
  }
  expect((await everything()).previews).toEqual([]);
});

type Bent = (data: FormData) => void;
const bent: readonly (readonly [string, Bent])[] = [
  ['a field twice', (data) => data.append('quantity', '15')],
  ['the subscription twice', (data) => data.append('subscription', subscriptionId)],
  ['NUL', (data) => data.set('quantity', '1\u00004')],
  ['a file', (data) => data.set('quantity', new File(['14'], 'a.txt'))],
  ['too long a text', (data) => data.set('quantity', '1'.repeat(4001))],
  ...Object.entries({
    'quantity[]': '14',
    'quantity[0]': '14',
    'quantity.length': '14',
    price: '1',
    unitAmountMinor: '1',
    organizationId: 'nordlys',
    personId: 'astrid-lindqvist',
    state: 'active',
    __proto: '1',
    constructor: '1',
    act: 'delete',
    version: '-1',
    key: 'no-uuid',
    replacePlanned: 'true',
    quantity: '1'.repeat(41),
    subscription: 'a'.repeat(65),
  } satisfies Fields).map(([name, value]) => [`${name}=${value}`, (data: FormData) => data.set(name, value)] as const),
  ...['subscription', 'act', 'key', 'version'].map(
    (name) => [`no ${name}`, (data: FormData) => data.delete(name)] as const,
  ),
];

test.each(actions)('%s: a form that no page of ours makes is malformed and does nothing', async (_, action) => {
  await tenLicenses();
  const maja = { session: await signIn('maja-sandberg', now), now };
  const before = await unchangeable();
  for (const [name, bend] of bent) {
    const data = formOf(fields);
    bend(data);
    const answer = await submit(action, data, maja);
    expect(answer, name).toMatchObject({ errors: [{ field: null, code: 'form_malformed' }] });
  }
  expect(await unchangeable()).toEqual(before);
});
