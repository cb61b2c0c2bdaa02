import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findTyped } from '@/app/[locale]/_task/typed';
import { askToAddPasskey } from '@/app/[locale]/account/action';
import { portalAction } from '@/lib/server/action';
import { underClock } from '@/lib/server/clock';
import { withSession } from '@/lib/server/session-seam';
import { findDestination, landingUrl } from '@/lib/server/sign-in/destination';
import { at, newDemoDatabase } from '@/test/support/database';
import { formOf, signIn, submit } from '@/test/support/submit';

vi.stubEnv('PORT', '4321');

const now = at('2026-11-22');
const TEN_MINUTES_MS = 600_000;
const here = '/sv-SE/apps/bought?do=cancel';
const form = formOf({ locale: 'sv-SE', here, at: 'review', reason: 'price' });

const cancel = portalAction({
  permission: 'subscription.cancel',
  stepUp: true,
  input: z.object({ reason: z.string() }),
  find: async () => ({ billingProfileId: 'nordlys-office' }),
  run: async () => ({ goTo: '/sv-SE/receipts/done' }),
});

beforeEach(newDemoDatabase);

const keptIn = (answer: object) => /kept=([\w-]{43})/.exec('goTo' in answer ? String(answer.goTo) : '')?.[1];

test('ten minutes after signing in is fresh, a millisecond later is not', async () => {
  const session = await signIn('maja-sandberg', now);
  expect(await submit(cancel, form, { session, now: now + TEN_MINUTES_MS })).toEqual({ goTo: '/sv-SE/receipts/done' });
  expect(await submit(cancel, form, { session, now: now + TEN_MINUTES_MS + 1 })).toEqual({
    goTo: expect.stringMatching(/^\/sv-SE\/sign-in\/again\?kept=[\w-]{43}&for=cancel$/),
  });
});

test('what was typed comes back to the person, at the step, and to nobody else', async () => {
  const session = await signIn('maja-sandberg', now);
  const later = now + 2 * TEN_MINUTES_MS;
  const kept = keptIn(await submit(cancel, form, { session, now: later }));
  const asOf = <T>(run: () => Promise<T>) => underClock(() => later, run);
  expect(await asOf(() => findDestination(kept))).toMatchObject({
    path: here,
    anchor: 'review',
    personId: 'maja-sandberg',
  });
  expect(await asOf(() => landingUrl('sv-SE', kept, 'maja-sandberg'))).toBe(`${here}&kept=${kept}#review`);
  expect(await asOf(() => landingUrl('sv-SE', kept, 'astrid-lindqvist'))).toBe('/sv-SE/help');
  const other = await signIn('astrid-lindqvist', later);
  expect(await asOf(() => withSession(session, () => findTyped(kept)))).toEqual({ reason: 'price' });
  expect(await asOf(() => withSession(other, () => findTyped(kept)))).toEqual({});
  expect(await asOf(() => withSession(undefined, () => findTyped(kept)))).toEqual({});
});

test('somebody without the role is told so, before being asked who they are', async () => {
  const session = await signIn('oskar-berglund', now);
  expect(await submit(cancel, form, { session, now: now + 2 * TEN_MINUTES_MS })).toMatchObject({
    errors: [{ code: 'permission_missing' }],
  });
});

test('adding a passkey asks again, and gives the name back', async () => {
  const session = await signIn('maja-sandberg', now);
  const data = formOf({ locale: 'sv-SE', here: '/sv-SE/account', at: 'sign-in-ways', passkeyName: 'Jobbdatorn' });
  const fresh = await submit(askToAddPasskey, data, { session, now: now + TEN_MINUTES_MS });
  expect(fresh).toMatchObject({ errors: [], typed: { options: expect.stringContaining('"challenge"') } });
  const later = now + TEN_MINUTES_MS + 1;
  const stale = await submit(askToAddPasskey, data, { session, now: later });
  expect(stale).toEqual({ goTo: expect.stringMatching(/sign-in\/again\?kept=.*&for=sign_in_ways$/) });
  const typed = underClock(
    () => later,
    () => withSession(session, () => findTyped(keptIn(stale))),
  );
  expect(await typed).toEqual({ passkeyName: 'Jobbdatorn' });
});
