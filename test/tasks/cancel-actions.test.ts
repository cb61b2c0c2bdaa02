import { expect, test, vi } from 'vitest';
import { buyAgain, reviewBuyAgain } from '@/app/[locale]/_tasks/buy-again/action';
import {
  cancelSubscription,
  explainCancellation,
  keepSubscription,
  reviewCancellation,
} from '@/app/[locale]/_tasks/cancel-subscription/action';
import { newId } from '@/db/ids';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { CANCEL_COMMENT_LENGTH } from '@/lib/domain/cancellation';
import { cancel, everything, requireAccepted, subscriptionNow } from '@/test/support/database';
import { formOf, signIn, submit } from '@/test/support/submit';
import { maja as majaScope, now, subscriptionId, tenLicenses } from '@/test/support/ten-licenses';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';
const here = `/sv-SE/apps/${subscriptionId}?do=cancel-subscription`;
const place = { locale: 'sv-SE', here, at: 'choose-when', key };
const wanted = { ...place, subscription: subscriptionId, time: 'at_end', version: '2' };
const kept = { ...place, subscription: subscriptionId };
const bought = {
  ...place,
  subscription: subscriptionId,
  plan: 'tallyworks-pro-monthly',
  profile: 'nordlys-office',
  quantity: '10',
  version: '3',
  agreement: AGREEMENT_VERSION,
};

async function unchangeable() {
  const { destinations: _kept, sessions: _signedIn, previews: _previews, ...rest } = await everything();
  return rest;
}

test('a sign-in that is ten minutes old is asked for again before a review and before the ending itself', async () => {
  await tenLicenses();
  const session = await signIn('maja-sandberg', now);
  const before = await unchangeable();
  for (const action of [reviewCancellation, cancelSubscription]) {
    const answer = await submit(action, formOf(wanted), { session, now: now + 10 * 60_000 + 1 });
    expect(answer).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/sign-in\/again\?kept=[\w-]{43}$/) });
  }
  expect(await unchangeable()).toEqual(before);
});

test('reviewed, cancelled, explained once, kept: each leads to a receipt', async () => {
  await tenLicenses();
  const maja = { session: await signIn('maja-sandberg', now), now };
  expect(await submit(reviewCancellation, formOf(wanted), maja)).toEqual({ goTo: `${here}&preview=${key}#review` });
  const done = await submit(cancelSubscription, formOf(wanted), maja);
  const receipt = String(Object((await everything()).receipts?.[0]).id);
  expect(done).toEqual({ goTo: `/sv-SE/receipts/${receipt}` });
  expect(await submit(cancelSubscription, formOf(wanted), maja)).toEqual(done);

  const why = { ...place, receipt };
  for (const [fields, field, code] of [
    [{}, 'reason', 'nothing_said'],
    [{ comment: ' \r\n ' }, 'reason', 'nothing_said'],
    [{ comment: 'x'.repeat(CANCEL_COMMENT_LENGTH + 1) }, 'comment', 'comment_too_long'],
    [{ reason: 'revenge' }, null, 'form_malformed'],
  ] as const) {
    const refused = await submit(explainCancellation, formOf({ ...why, ...fields }), maja);
    expect(refused).toMatchObject({ errors: [{ field, code }] });
  }
  const comment = `${'å'.repeat(CANCEL_COMMENT_LENGTH - 2)}\r\n!`;
  const said = await submit(explainCancellation, formOf({ ...why, reason: 'other', comment }), maja);
  expect(said).toEqual({ goTo: `/sv-SE/receipts/${receipt}#why` });
  await submit(explainCancellation, formOf({ ...why, reason: 'not_needed' }), maja);
  const stored = (await everything()).cancellations;
  expect(stored).toMatchObject([{ reason: 'other', comment: comment.replace('\r', ''), explainedAt: now }]);

  const keepForm = formOf({ ...kept, key: newId() });
  const goesOn = await submit(keepSubscription, keepForm, maja);
  expect(goesOn).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/receipts\//) });
  expect(await submit(keepSubscription, keepForm, maja)).toEqual(goesOn);
  expect((await subscriptionNow(subscriptionId)).state).toBe('active');
});

test('the agreement must be accepted before a purchase can be reviewed', async () => {
  await tenLicenses();
  requireAccepted(await cancel(majaScope, subscriptionId, now, 'now'));
  const maja = { session: await signIn('maja-sandberg', now), now };
  const { agreement: _, ...open } = bought;
  const refused = await submit(reviewBuyAgain, formOf(open), maja);
  expect(refused).toMatchObject({ errors: [{ field: 'agreement', code: 'agreement_missing' }] });
  expect(await submit(buyAgain, formOf(open), maja)).toMatchObject({ errors: [{ code: 'form_malformed' }] });
  const reviewed = await submit(reviewBuyAgain, formOf(bought), maja);
  expect(reviewed).toEqual({ goTo: `${here}&preview=${key}#review` });
  const done = await submit(buyAgain, formOf(bought), maja);
  expect(done).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/receipts\//) });
  expect(await subscriptionNow(key)).toMatchObject({ replacesId: subscriptionId, state: 'pending_activation' });
});

const EVERY = [
  ['review', reviewCancellation, wanted],
  ['cancel', cancelSubscription, wanted],
  ['keep', keepSubscription, kept],
  ['review a purchase', reviewBuyAgain, bought],
  ['buy', buyAgain, bought],
] as const;

test.each(EVERY)(
  '%s: without a role, a session or the right organization nothing happens',
  async (_, action, fields) => {
    await tenLicenses();
    const before = await unchangeable();
    const visitor = await submit(action, formOf(fields), { session: undefined, now });
    expect(visitor).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/sign-in\?kept=/) });
    for (const person of ['oskar-berglund', 'erik-nystrom', 'karin-holm']) {
      const answer = await submit(action, formOf(fields), { session: await signIn(person, now), now });
      expect(answer).toMatchObject({ errors: [{ field: null, code: 'permission_missing' }] });
    }
    const stranger = { session: await signIn('eleni-papadaki', now), now };
    const foreign = await submit(action, formOf(fields), stranger);
    expect(foreign).toMatchObject({ errors: [{ field: null, code: 'not_found' }] });
    const unknown = await submit(action, formOf({ ...fields, subscription: 'nothing' }), stranger);
    expect(unknown).toMatchObject({ errors: [{ field: null, code: 'not_found' }] });
    expect(await unchangeable()).toEqual(before);
  },
);

test('only whoever cancelled can say why', async () => {
  await tenLicenses();
  requireAccepted(await cancel(majaScope, subscriptionId, now));
  const receipt = String(Object((await everything()).receipts?.[0]).id);
  const fields = { ...place, receipt, reason: 'other' };
  for (const person of ['astrid-lindqvist', 'eleni-papadaki']) {
    const answer = await submit(explainCancellation, formOf(fields), { session: await signIn(person, now), now });
    expect(answer).toMatchObject({ errors: [{ code: 'not_found' }] });
  }
  expect((await everything()).cancellations).toMatchObject([{ reason: null, explainedAt: null }]);
});
