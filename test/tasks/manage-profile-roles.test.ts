import { and, eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { manageProfileRole } from '@/app/[locale]/_tasks/manage-profile-roles/action';
import { read, write } from '@/db/client';
import { billingProfileRoles, memberships } from '@/db/schema';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { at, everything, newDemoDatabase } from '@/test/support/database';
import { type Fields, formOf, signIn, submit } from '@/test/support/submit';

// There is no request here for Next to run work after.
const after = vi.hoisted(() => vi.fn<(work: () => Promise<void>) => void>());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

const now = at('2026-11-22');
const here = '/en-US/billing/profiles/nordlys-office?do=manage-profile-roles';
const fields = {
  locale: 'en-US',
  here,
  at: 'manage-roles',
  profile: 'nordlys-office',
  person: 'oskar-berglund',
  role: 'reader',
  seen: 'none',
};

const freshKey = () => crypto.randomUUID();

async function send(wish: Fields, person = 'astrid-lindqvist') {
  const data = formOf({ key: freshKey(), ...fields, ...wish });
  return submit(manageProfileRole, data, { session: await signIn(person, now), now });
}

async function rolesNow(): Promise<Record<string, string>> {
  const rows = await read((db) =>
    db.select().from(billingProfileRoles).where(eq(billingProfileRoles.billingProfileId, 'nordlys-office')),
  );
  return Object.fromEntries(rows.map(({ personId, role }) => [personId, role]));
}

const ofOffice = {
  'astrid-lindqvist': 'owner',
  'maja-sandberg': 'contributor',
  'erik-nystrom': 'invoice_manager',
  'karin-holm': 'reader',
};
const done = { goTo: expect.stringMatching(/^\/en-US\/receipts\//) };
const refused = (code: string, field: string | null = null) => ({ errors: [{ field, code }] });

test('a role is given, changed and taken away, each at once with receipt, audit entry and mail', async () => {
  await newDemoDatabase();
  expect(await send({})).toEqual(done);
  expect(await rolesNow()).toEqual({ ...ofOffice, 'oskar-berglund': 'reader' });
  expect((await signIn('oskar-berglund', now)).profileRoles).toEqual({ 'nordlys-office': 'reader' });
  expect(await send({ role: 'contributor', seen: 'reader' })).toEqual(done);
  expect(await send({ role: 'none', seen: 'contributor' })).toEqual(done);
  expect(await rolesNow()).toEqual(ofOffice);
  const all = await everything();
  const acts = ['grant_profile_role', 'change_profile_role', 'remove_profile_role'];
  expect(all.receipts?.map((receipt) => Object(receipt).act)).toEqual(acts);
  expect(all.audit_entries).toMatchObject([
    { act: acts[0], before: { role: null }, after: { role: 'reader', person: 'Oskar Berglund', profile: 'Kontoret' } },
    { act: acts[1], before: { role: 'reader' }, after: { role: 'contributor' } },
    { act: acts[2], before: { role: 'contributor' }, after: { role: null } },
  ]);
  const version = all.billing_profiles?.map((row) => Object(row)).find(({ id }) => id === 'nordlys-office')?.version;
  expect(version).toBe(4);
  await underClock(() => now, drainOutbox);
  const mails = (await everything()).demo_mails?.map((mail) => Object(mail));
  expect(mails?.map(({ recipient }) => recipient).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'astrid.lindqvist@nordlysbygg.example'),
    ...Array.from({ length: 3 }, () => 'oskar.berglund@nordlysbygg.example'),
  ]);
  const toOskar = mails?.find(({ recipient, body }) => recipient.startsWith('oskar') && body.includes('läsare'));
  expect(toOskar).toMatchObject({ locale: 'sv-SE', body: expect.stringContaining('Astrid Lindqvist') });
});

test('the last owner stays, whether the role is taken or lessened', async () => {
  await newDemoDatabase();
  const own = { person: 'astrid-lindqvist', seen: 'owner' };
  for (const role of ['none', 'reader', 'contributor'])
    for (const confirmed of ['no', 'yes'])
      expect(await send({ ...own, role, confirmed })).toMatchObject(refused('last_owner'));
  expect(await rolesNow()).toEqual(ofOffice);
});

test('two owners who resign at once: one of them stays', async () => {
  await newDemoDatabase();
  await send({ person: 'maja-sandberg', role: 'owner', seen: 'contributor' });
  const resign = (person: string) => send({ person, role: 'none', seen: 'owner', confirmed: 'yes' }, person);
  const answers = await Promise.all([resign('astrid-lindqvist'), resign('maja-sandberg')]);
  expect(answers.filter((answer) => 'goTo' in answer)).toEqual([done]);
  expect(answers.filter((answer) => 'errors' in answer)).toMatchObject([refused('last_owner')]);
  expect(Object.values(await rolesNow()).filter((role) => role === 'owner')).toHaveLength(1);
});

test('two owners who remove one another at once: one of them stays', async () => {
  await newDemoDatabase();
  await send({ person: 'maja-sandberg', role: 'owner', seen: 'contributor' });
  const wish = { role: 'none', seen: 'owner' };
  const answers = await Promise.all([
    send({ ...wish, person: 'maja-sandberg' }, 'astrid-lindqvist'),
    send({ ...wish, person: 'astrid-lindqvist' }, 'maja-sandberg'),
  ]);
  expect(answers.filter((answer) => 'goTo' in answer)).toEqual([done]);
  expect(Object.values(await rolesNow()).filter((role) => role === 'owner')).toHaveLength(1);
});

test('who gives up being owner first sees what it means', async () => {
  await newDemoDatabase();
  await send({ person: 'maja-sandberg', role: 'owner', seen: 'contributor' });
  const own = { person: 'astrid-lindqvist', role: 'reader', seen: 'owner' };
  expect(await send(own)).toEqual({ goTo: `${here}&own=reader#manage-roles` });
  expect(await send({ ...own, role: 'none' })).toEqual({ goTo: `${here}&own=none#manage-roles` });
  expect((await rolesNow())['astrid-lindqvist']).toBe('owner');
  expect(await send({ ...own, confirmed: 'yes' })).toEqual(done);
  expect((await rolesNow())['astrid-lindqvist']).toBe('reader');
  const told = (await everything()).outbox_events
    ?.map((event) => Object(event))
    .filter(({ kind }) => kind === 'profile_role_mail');
  expect(told).toHaveLength(1);
});

test('a form from before somebody else’s change does nothing and says so', async () => {
  await newDemoDatabase();
  expect(await send({ person: 'maja-sandberg', role: 'none', seen: 'reader' })).toMatchObject(
    refused('role_changed_meanwhile'),
  );
  expect(await send({ person: 'maja-sandberg', role: 'reader', seen: 'none' })).toMatchObject(
    refused('role_changed_meanwhile'),
  );
  expect(await send({ person: 'maja-sandberg', role: 'contributor', seen: 'contributor' })).toMatchObject(
    refused('role_unchanged'),
  );
  expect(await rolesNow()).toEqual(ofOffice);
});

test('nobody but a member of the organization gets a role', async () => {
  await newDemoDatabase();
  expect(await send({ person: '' })).toMatchObject(refused('person_missing', 'person'));
  for (const person of ['eleni-papadaki', 'nobody', '<b>'])
    expect(await send({ person })).toMatchObject(refused('not_found'));
  await write((tx) => tx.delete(memberships).where(eq(memberships.personId, 'oskar-berglund')));
  expect(await send({})).toMatchObject(refused('not_found'));
  for (const role of ['admin', '', 'Owner']) expect(await send({ role })).toMatchObject(refused('form_malformed'));
  expect(await rolesNow()).toEqual(ofOffice);
});

test('only an owner decides, and a stranger learns nothing', async () => {
  await newDemoDatabase();
  for (const person of ['maja-sandberg', 'erik-nystrom', 'karin-holm', 'oskar-berglund', 'johan-ekstrom'])
    expect(await send({}, person), person).toMatchObject(refused('permission_missing'));
  for (const profile of ['nordlys-office', 'nothing'])
    expect(await send({ profile }, 'eleni-papadaki')).toMatchObject(refused('not_found'));
  expect(await rolesNow()).toEqual(ofOffice);
});

test('an owner whose role is gone by the time of saving changes nothing', async () => {
  await newDemoDatabase();
  const session = await signIn('astrid-lindqvist', now);
  const isAstrid = eq(billingProfileRoles.personId, 'astrid-lindqvist');
  const isOffice = eq(billingProfileRoles.billingProfileId, 'nordlys-office');
  await write((tx) => tx.update(billingProfileRoles).set({ role: 'reader' }).where(and(isAstrid, isOffice)));
  const answer = await submit(manageProfileRole, formOf({ key: freshKey(), ...fields }), { session, now });
  expect(answer).toMatchObject(refused('role_changed_meanwhile'));
  expect(await rolesNow()).toEqual({ ...ofOffice, 'astrid-lindqvist': 'reader' });
});

test('who signed in a while ago is asked to prove who they are first', async () => {
  await newDemoDatabase();
  const session = await signIn('astrid-lindqvist', now - 11 * 60_000);
  const answer = await submit(manageProfileRole, formOf({ key: freshKey(), ...fields }), { session, now });
  expect(answer).toEqual({ goTo: expect.stringMatching(/^\/en-US\/sign-in\/again\?kept=/) });
  expect(await rolesNow()).toEqual(ofOffice);
});

test('the same form twice has one effect', async () => {
  await newDemoDatabase();
  const key = freshKey();
  const answers = await Promise.all(Array.from({ length: 10 }, () => send({ key })));
  expect(new Set(answers.map((answer) => 'goTo' in answer && answer.goTo)).size).toBe(1);
  expect((await everything()).receipts).toHaveLength(1);
});
