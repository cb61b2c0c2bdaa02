import { expect, test, vi } from 'vitest';
import { openPublisherPortal } from '@/app/[locale]/_tasks/open-publisher-portal/action';
import { read } from '@/db/client';
import { findHandOver, findNewestVisit } from '@/db/purchase-tokens';
import { purchaseTokens } from '@/db/schema';
import { scopeOf } from '@/lib/demo/seed/people';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { hashSecretToken } from '@/lib/server/sign-in/secret-token';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  listActs,
  newDemoDatabase,
  requireAccepted,
  startUsing,
} from '@/test/support/database';
import { type Fields, formOf, signIn, submit } from '@/test/support/submit';

// There is no request here that a cookie could come with or go to.
const jar = vi.hoisted(() => ({ set: vi.fn<(name: string, value: string, options: object) => void>() }));
vi.mock('next/headers', () => ({ cookies: async () => jar }));

const now = at('2026-11-22');
const here = '/sv-SE/help/activate-app?app=bought';
const fields = {
  locale: 'sv-SE',
  here,
  at: 'open-publisher-portal',
  key: '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10',
  subscription: 'bought',
  wish: 'manage',
};

async function start() {
  jar.set.mockClear();
  await newDemoDatabase();
  requireAccepted(await buy({ id: 'bought', on: '2026-11-22' }));
}

const as = async (person: string) => ({ session: await signIn(person, now), now });

test('an app administrator is handed over, with a token that stands nowhere but in the cookie', async () => {
  await start();
  const answer = await submit(openPublisherPortal, formOf(fields), await as('johan-ekstrom'));
  expect(answer).toEqual({ goTo: '/sv-SE/hand-over' });
  const [[name, token, options] = ['', '', {}]] = jar.set.mock.calls;
  expect([name, options]).toEqual([
    'stegvis-hand-over',
    { httpOnly: true, sameSite: 'lax', secure: false, path: '/sv-SE/hand-over', maxAge: 60 },
  ]);
  expect(await read((db) => db.select().from(purchaseTokens))).toMatchObject([
    {
      tokenHash: hashSecretToken(token),
      intent: 'activate',
      publisherId: 'tallyworks',
      expiresAt: now + 24 * 3_600_000,
    },
  ]);
  expect(await listActs()).toEqual(['purchase', 'open_publisher_portal']);
  expect(Object((await everything()).audit_entries?.at(-1))).toMatchObject({
    personId: 'johan-ekstrom',
    after: { intent: 'activate', host: 'portal.tallyworks.example' },
  });
});

test('only the person who opened it is led on, and only while the token lives', async () => {
  await start();
  await submit(openPublisherPortal, formOf(fields), await as('johan-ekstrom'));
  const hash = hashSecretToken(jar.set.mock.calls[0]?.[1] ?? '');
  const found = (person: string, later = 0) => findHandOver(scopeOf(person), hash, now + later);
  expect(await found('johan-ekstrom')).toMatchObject({ landingUrl: 'https://portal.tallyworks.example/landing' });
  for (const person of ['astrid-lindqvist', 'eleni-papadaki']) expect(await found(person)).toBeUndefined();
  expect(await found('johan-ekstrom', 24 * 3_600_000)).toBeUndefined();
  expect(await findNewestVisit(scopeOf('eleni-papadaki'), 'bought')).toBeUndefined();
});

test.each([
  ['a contributor of the profile', 'maja-sandberg', 'permission_missing'],
  ['a member', 'oskar-berglund', 'permission_missing'],
  ['somebody of another organization', 'eleni-papadaki', 'not_found'],
])('%s opens nothing', async (_, person, code) => {
  await start();
  const before = await read((db) => db.select().from(purchaseTokens));
  const answer = await submit(openPublisherPortal, formOf(fields), await as(person));
  expect(answer).toMatchObject({ errors: [{ field: null, code }] });
  expect(await read((db) => db.select().from(purchaseTokens))).toEqual(before);
  expect(jar.set).not.toHaveBeenCalled();
});

test('what is in use is opened to manage it or to assign its licenses, what is over not at all', async () => {
  await start();
  await startUsing({ id: 'used', on: '2026-11-22' });
  requireAccepted(await cancel(scopeOf('maja-sandberg'), 'used', now));
  const astrid = await as('astrid-lindqvist');
  for (const wish of ['manage', 'assign_licenses']) {
    await submit(openPublisherPortal, formOf({ ...fields, subscription: 'used', wish }), astrid);
    const [newest] = (await read((db) => db.select().from(purchaseTokens))).filter((row) => row.voidedAt === null);
    expect(newest).toMatchObject({ intent: wish, subscriptionId: 'used' });
  }
  requireAccepted(await passActivationDeadline(job, { subscriptionId: 'bought', now: at('2026-12-30') }));
  const answer = await submit(openPublisherPortal, formOf(fields), astrid);
  expect(answer).toMatchObject({ errors: [{ field: null, code: 'subscription_disabled' }] });
});

test('a visitor signs in first, and a form that no page makes is malformed', async () => {
  await start();
  const visitor = await submit(openPublisherPortal, formOf(fields), { session: undefined, now });
  expect(visitor).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/sign-in\?kept=/) });
  const johan = await as('johan-ekstrom');
  const bends: readonly Fields[] = [
    { wish: 'activate' },
    { wish: '' },
    { key: 'x' },
    { landingUrl: 'https://evil.example' },
  ];
  for (const bent of bends) {
    const answer = await submit(openPublisherPortal, formOf({ ...fields, ...bent }), johan);
    expect(answer).toMatchObject({ errors: [{ field: null, code: 'form_malformed' }] });
  }
  expect(await listActs()).toEqual(['purchase']);
});
