import { expect, test, vi } from 'vitest';
import { changeBillingProfile, reviewBillingProfile } from '@/app/[locale]/_tasks/change-billing-profile/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { startUsing, subscriptionNow } from '@/test/support/database';
import { formOf, signIn, submit } from '@/test/support/submit';
import { now, subscriptionId, tenLicenses } from '@/test/support/ten-licenses';

// There is no request here for Next to run work after.
const after = vi.hoisted(() => vi.fn<(work: () => Promise<void>) => void>());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';
const here = `/sv-SE/apps/${subscriptionId}?do=change-billing-profile`;
const fields = {
  locale: 'sv-SE',
  here,
  at: 'choose-billing-profile',
  key,
  subscription: subscriptionId,
  version: '2',
  profile: 'nordlys-projects',
};

test('the form leads to its review and from there to its receipt, whose mail goes out', async () => {
  await tenLicenses();
  const session = await signIn('astrid-lindqvist', now);
  const reviewed = await submit(reviewBillingProfile, formOf(fields), { session, now });
  expect(reviewed).toEqual({ goTo: `${here}&preview=${key}#review` });
  const done = await submit(changeBillingProfile, formOf({ ...fields, at: 'review' }), { session, now });
  expect(done).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/receipts\//) });
  expect(await submit(changeBillingProfile, formOf({ ...fields, at: 'review' }), { session, now })).toEqual(done);
  expect(after.mock.calls).toEqual([[drainOutbox], [drainOutbox]]);
});

test('no profile chosen, or one of others’, is said at the field', async () => {
  await tenLicenses();
  const session = await signIn('astrid-lindqvist', now);
  for (const [profile, code] of [
    ['', 'profile_missing'],
    ['kymata-hotels', 'not_found'],
    ['<b>{profile}</b>', 'not_found'],
  ] as const) {
    const answer = await submit(reviewBillingProfile, formOf({ ...fields, profile }), { session, now });
    expect(answer).toMatchObject({ errors: [{ field: 'profile', code }], typed: { profile } });
  }
});

test.each([
  ['review', reviewBillingProfile],
  ['change', changeBillingProfile],
] as const)('%s: a reader, a colleague without a role and a stranger move nothing', async (_, action) => {
  await tenLicenses();
  await startUsing({ id: 'other', on: '2026-11-01' });
  const before = await subscriptionNow(subscriptionId);
  const answers = { 'karin-holm': 'permission_missing', 'oskar-berglund': 'permission_missing' };
  for (const [person, code] of Object.entries({ ...answers, 'eleni-papadaki': 'not_found' })) {
    const answer = await submit(action, formOf(fields), { session: await signIn(person, now), now });
    expect(answer, person).toMatchObject({ errors: [{ field: null, code }] });
  }
  expect(await subscriptionNow(subscriptionId)).toEqual(before);
});
