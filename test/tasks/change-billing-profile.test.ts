import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { saveBillingProfile } from '@/db/organizations';
import { billingProfileRoles, receipts } from '@/db/schema';
import { listBillingProfiles } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { endPeriod } from '@/lib/server/life/end-period';
import { profileMove } from '@/lib/server/profile-move';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { at, cancel, everything, job, requireAccepted, subscriptionNow } from '@/test/support/database';
import { change, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const astrid = scopeOf('astrid-lindqvist');
const projects = { billingProfileId: 'nordlys-projects' };

async function review(wish = projects, scope = astrid, on = now) {
  const key = newId();
  return { key, reviewed: await previewTask(scope, profileMove, { key, subjectId: subscriptionId, wish, now: on }) };
}

function confirm(key: string, wish = projects, scope = astrid, on = now) {
  return commitTask(scope, profileMove, { key, subjectId: subscriptionId, wish, now: on });
}

async function move(wish = projects, scope = astrid, on = now) {
  const { key, reviewed } = await review(wish, scope, on);
  return reviewed.ok ? confirm(key, wish, scope, on) : reviewed;
}

/** A profile like the office's, but in another country. */
async function addProfile(id: string, country: string, currency: 'NOK' | 'SEK') {
  const [office] = listBillingProfiles('2026-11-22');
  if (!office) throw new Error('the demo has profiles');
  requireAccepted(await saveBillingProfile(job, { ...office, id, name: id, country, currency }, now));
}

test('a move changes who is billed, and nothing else of the subscription, in one transaction', async () => {
  await tenLicenses();
  const before = await everything();
  const { billingProfileId: _, version, ...rest } = await subscriptionNow(subscriptionId);
  const receiptId = requireAccepted(await move());
  const moved = await subscriptionNow(subscriptionId);
  expect(moved).toMatchObject({ billingProfileId: 'nordlys-projects', version: version + 1 });
  expect([moved.quantity, moved.periodEnd, moved.unitAmountMinor]).toEqual([rest.quantity, rest.periodEnd, 12900n]);
  const all = await everything();
  for (const table of ['charges', 'documents', 'billing_lines']) expect(all[table]).toEqual(before[table]);
  expect(all.audit_entries?.at(-1)).toMatchObject({
    act: 'change_billing_profile',
    personId: 'astrid-lindqvist',
    subscriptionId,
    billingProfileId: 'nordlys-projects',
    before: { profile: 'Kontoret' },
    after: { profile: 'Byggprojekt' },
  });
  expect(all.receipts).toMatchObject([{ id: receiptId, act: 'change_billing_profile' }]);
  const receiptMails = all.outbox_events?.filter((event) => Object(event).kind === 'receipt_mail');
  const told = receiptMails?.map((event) => Object(event).payload.to);
  expect(told).toEqual([
    'astrid.lindqvist@nordlysbygg.example',
    'faktura@nordlysbygg.example',
    'projektekonomi@nordlysbygg.example',
  ]);
});

test('the next period is billed to the new profile', async () => {
  await tenLicenses();
  requireAccepted(await move());
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  const all = await everything();
  const lines = all.billing_lines?.map((line) => [Object(line).billingProfileId, Object(line).documentId === null]);
  expect(lines).toEqual([
    ['nordlys-office', false],
    ['nordlys-projects', true],
  ]);
  expect(all.charges).toHaveLength(1);
});

test('what waits to be invoiced stays with the profile that is left', async () => {
  await tenLicenses({ by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' });
  requireAccepted(await change(to(14), now, scopeOf('johan-ekstrom')));
  const north = { billingProfileId: 'nordlys-north' };
  const { key, reviewed } = await review(north, scopeOf('johan-ekstrom'));
  expect(JSON.parse(requireAccepted(reviewed).shown)).toMatchObject({ waitingNetMinor: '144480' });
  requireAccepted(await confirm(key, north, scopeOf('johan-ekstrom')));
  const lines = (await everything()).billing_lines?.map((line) => Object(line));
  expect(lines?.map(({ billingProfileId, documentId }) => [billingProfileId, documentId])).toEqual([
    ['nordlys-projects', null],
    ['nordlys-projects', null],
  ]);
});

test('what is taken back after a move is credited to the profile that was billed', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14), now, astrid));
  requireAccepted(await move());
  const receiptId = requireAccepted(await change(takeBack, at('2026-11-25'), astrid));
  const { documents = [], outbox_events: events = [] } = await everything();
  expect(documents.map(Object).map(({ kind, billingProfileId }) => [kind, billingProfileId])).toEqual([
    ['invoice', 'nordlys-office'],
    ['invoice', 'nordlys-office'],
    ['credit_note', 'nordlys-office'],
  ]);
  // It is mailed to that profile: the addresses of the other have the receipt.
  const told = events.map(Object).filter(({ kind }) => kind === 'notice');
  expect(told.at(-1)).toMatchObject({
    payload: { billingProfileId: 'nordlys-office', documentId: Object(documents.at(-1)).id },
  });
  const receiptMails = events.map(Object).filter(({ payload }) => payload.receiptId === receiptId);
  expect(receiptMails.map(({ payload }) => payload.to)).toEqual([
    'astrid.lindqvist@nordlysbygg.example',
    'faktura@nordlysbygg.example',
    'projektekonomi@nordlysbygg.example',
  ]);
});

test('a subscription that ends with its period can be moved, with no renewal to show', async () => {
  await tenLicenses();
  requireAccepted(await cancel(astrid, subscriptionId, now));
  const { key, reviewed } = await review();
  expect(JSON.parse(requireAccepted(reviewed).shown)).not.toHaveProperty('renewal');
  requireAccepted(await confirm(key));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active_ending', ...projects });
});

test('a profile that cannot be chosen is refused with the reason, and nothing changes', async () => {
  await tenLicenses();
  await addProfile('oslo', 'NO', 'NOK');
  await addProfile('mariehamn', 'AX', 'SEK');
  const before = await everything();
  const refusals = {
    'nordlys-office': 'profile_same',
    'nordlys-north': 'role_missing',
    oslo: 'currency_differs',
    mariehamn: 'country_differs',
    'kymata-hotels': 'not_found',
    nothing: 'not_found',
    '': 'not_found',
  };
  for (const [billingProfileId, refusal] of Object.entries(refusals))
    expect(await move({ billingProfileId }), billingProfileId).toEqual({ ok: false, refusal });
  expect(await everything()).toEqual(before);
});

test('twenty confirmations of one review move once', async () => {
  await tenLicenses();
  const { key } = await review();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirm(key)));
  expect(new Set(outcomes.map(requireAccepted)).size).toBe(1);
  expect(await read((db) => db.$count(receipts, eq(receipts.act, 'change_billing_profile')))).toBe(1);
  expect(await confirm(key, { billingProfileId: 'nordlys-office' })).toEqual({ ok: false, refusal: 'key_reused' });
});

test('two reviews at the same version: the first takes effect, the second is shown anew', async () => {
  await tenLicenses();
  const maja = scopeOf('maja-sandberg');
  const north = { billingProfileId: 'nordlys-north' };
  const [first, second] = [await review(), await review(north, maja)];
  const outcomes = await Promise.all([confirm(first.key), confirm(second.key, north, maja)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await everything()).receipts).toHaveLength(1);
});

test('a role that is taken away between review and confirmation stops the move', async () => {
  await tenLicenses();
  for (const profile of ['nordlys-projects', 'nordlys-office']) {
    const { key } = await review();
    const own = { billingProfileId: profile, personId: 'astrid-lindqvist' };
    await write((tx) => tx.delete(billingProfileRoles).where(eq(billingProfileRoles.billingProfileId, profile)));
    expect(await confirm(key)).toEqual({ ok: false, refusal: 'role_missing' });
    await write((tx) => tx.insert(billingProfileRoles).values({ ...own, role: 'owner', createdAt: now }));
  }
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ billingProfileId: 'nordlys-office', version: 2 });
});
