import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { editBillingProfile } from '@/app/[locale]/_tasks/edit-billing-profile/action';
import { write } from '@/db/client';
import { billingProfileRoles } from '@/db/schema';
import { changed, now, profileNow, send, stored, unchangeable } from '@/test/support/billing-form';
import { everything, newDemoDatabase } from '@/test/support/database';
import { type Fields, formOf, signIn, submit } from '@/test/support/submit';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

test('everything that cannot be used comes back at its field, as it was typed, and nothing is saved', async () => {
  await newDemoDatabase();
  const before = await unchangeable();
  const wrong: Fields = {
    billToName: 'Nord\u202elys',
    addressLine1: '\u200b',
    addressLine2: 'x'.repeat(3000),
    postalCode: '<b>112</b>',
    city: '  ',
    contactName: 'Erik\u0007',
    contactEmail: 'erik@@nordlysbygg.example',
    contactPhone: '{phone}',
    recipient2: '[a](mailto:b@c.se)',
    poNumber: `PO\u2066${'1'.repeat(60)}`,
    vatNumber: 'SE559143208202',
  };
  const answer = await send({ ...stored, ...wrong });
  expect('errors' in answer && answer.errors.map(({ field }) => field)).toEqual(Object.keys(wrong));
  expect(answer).toMatchObject({ typed: wrong });
  expect(await unchangeable()).toEqual(before);
});

test('markup and placeholders in a name are kept as the plain text they are', async () => {
  await newDemoDatabase();
  for (const [index, billToName] of [
    '<script>alert(1)</script>',
    '{count, plural, other {#}}',
    '**A** [b](c)',
  ].entries()) {
    const key = `6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b2${index}`;
    expect(await send({ ...stored, key, version: `${index + 1}`, billToName })).toHaveProperty('goTo');
    expect((await profileNow())?.billToName).toBe(billToName);
  }
});

test('ten recipients can be had, and the same address counts once', async () => {
  await newDemoDatabase();
  const ten = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`recipient${index + 1}`, `a${index % 9}@b.se`]),
  );
  expect(await send({ ...stored, ...ten })).toHaveProperty('goTo');
  const all = (await everything()).invoice_recipients?.map((row) => Object(row));
  expect(all?.filter(({ billingProfileId }) => billingProfileId === 'nordlys-office')).toHaveLength(9);
  expect(await send({ ...stored, recipient11: 'a@b.se' })).toMatchObject({ errors: [{ code: 'form_malformed' }] });
});

test('who may not edit the profile changes nothing, and a stranger learns nothing', async () => {
  await newDemoDatabase();
  const before = await unchangeable();
  for (const person of ['erik-nystrom', 'karin-holm', 'johan-ekstrom', 'oskar-berglund'])
    expect(await send(changed, person), person).toMatchObject({
      errors: [{ field: null, code: 'permission_missing' }],
    });
  for (const profile of ['nordlys-office', 'nothing'])
    expect(await send({ ...changed, profile }, 'eleni-papadaki')).toMatchObject({ errors: [{ code: 'not_found' }] });
  expect(await unchangeable()).toEqual(before);
});

test('country, currency and payment cannot be slipped in', async () => {
  await newDemoDatabase();
  const before = await unchangeable();
  for (const name of ['country', 'currency', 'settlement', 'organizationId', 'name', 'timeZone'])
    expect(await send({ ...changed, [name]: 'NO' }), name).toMatchObject({ errors: [{ code: 'form_malformed' }] });
  expect(await send({ ...changed, documentLocale: 'xx-XX' })).toMatchObject({ errors: [{ code: 'form_malformed' }] });
  expect(await unchangeable()).toEqual(before);
});

test('a role that was taken away meanwhile counts at once', async () => {
  await newDemoDatabase();
  const session = await signIn('maja-sandberg', now);
  await write((tx) => tx.delete(billingProfileRoles).where(eq(billingProfileRoles.personId, 'maja-sandberg')));
  const before = await everything();
  // The session was read before; the statement that saves looks again.
  const answer = await submit(editBillingProfile, formOf(changed), { session, now });
  expect(answer).toMatchObject({ errors: [{ field: null, code: 'profile_changed_meanwhile' }] });
  expect(await everything()).toEqual(before);
});
