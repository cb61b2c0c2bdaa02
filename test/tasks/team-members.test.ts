import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { removeMember, saveMemberRole } from '@/db/member-changes';
import { billingProfileRoles, memberships, sessions } from '@/db/schema';
import { OrgScope } from '@/db/scope-mint';
import { scopeOf } from '@/lib/demo/seed/people';
import type { OrganizationRole } from '@/lib/domain/roles';
import { underClock } from '@/lib/server/clock';
import { readerOf } from '@/lib/server/guard';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { findReadableReceipt } from '@/lib/server/readable-record';
import { everything, listActs, newDemoDatabase } from '@/test/support/database';
import { signIn } from '@/test/support/submit';
import { astrid, memberNow, now } from '@/test/support/team';

beforeEach(newDemoDatabase);

const owner = (personId: string) => new OrgScope({ personId, organizationId: 'nordlys', organizationRole: 'owner' });
const setRole = (personId: string, role: OrganizationRole) =>
  write((tx) => tx.update(memberships).set({ role }).where(eq(memberships.personId, personId)));
const remove = async (personId: string, scope = astrid, key = newId()) =>
  removeMember(scope, { key, member: await memberNow(personId), now });
const change = async (personId: string, role: OrganizationRole, scope = astrid) =>
  saveMemberRole(scope, { key: newId(), member: await memberNow(personId), role, now });

test('the list says who owns what alone', async () => {
  expect(await memberNow('astrid-lindqvist')).toMatchObject({
    isLastOwner: true,
    soleOwnerOf: ['Byggprojekt', 'Kontoret'],
    profileRoles: [
      { profile: 'Byggprojekt', role: 'owner' },
      { profile: 'Kontoret', role: 'owner' },
    ],
  });
  expect(await memberNow('oskar-berglund')).toMatchObject({ isLastOwner: false, soleOwnerOf: [], profileRoles: [] });
  await setRole('maja-sandberg', 'owner');
  expect(await memberNow('astrid-lindqvist')).toMatchObject({ isLastOwner: false });
});

test('a removed member loses place, roles and sessions, and is told in their language', async () => {
  await signIn('maja-sandberg', now);
  await signIn('karin-holm', now);
  expect(await remove('maja-sandberg')).toMatchObject({ ok: true });
  const all = await everything();
  expect(JSON.stringify([all.memberships, all.billing_profile_roles, all.sessions])).not.toContain('maja-sandberg');
  expect(all.sessions).toHaveLength(1);
  expect(all.audit_entries).toMatchObject([
    {
      act: 'remove_member',
      personId: 'astrid-lindqvist',
      before: {
        person: 'Maja Sandberg',
        role: 'member',
        profileRoles: 'Kontoret: contributor, Region Norr: contributor',
      },
    },
  ]);
  await underClock(() => now, drainOutbox);
  const mails = (await everything()).demo_mails?.map((mail) => `${Object(mail).recipient}: ${Object(mail).subject}`);
  expect(mails).toContain('maja.sandberg@nordlysbygg.example: Du hör inte längre till Nordlys Bygg AB');
});

test('a changed role counts at the next request, and a stale form changes nothing', async () => {
  const before = await memberNow('maja-sandberg');
  expect(await change('maja-sandberg', 'app_admin')).toMatchObject({ ok: true });
  expect((await signIn('maja-sandberg', now)).organization?.role).toBe('app_admin');
  expect(await saveMemberRole(astrid, { key: newId(), member: before, role: 'owner', now })).toBe('stale');
  expect(await removeMember(astrid, { key: newId(), member: before, now })).toBe('stale');
  expect(await listActs()).toEqual(['change_member_role']);
});

test('the last owner stays one, also where the page said otherwise', async () => {
  const bare = { isLastOwner: false, soleOwnerOf: [] };
  const member = { ...(await memberNow('astrid-lindqvist')), ...bare };
  expect(await removeMember(astrid, { key: newId(), member, now })).toBe('stale');
  expect(await saveMemberRole(astrid, { key: newId(), member, role: 'member', now })).toBe('stale');
  expect(await listActs()).toEqual([]);
});

test.each(['remove each other', 'demote each other', 'step down'] as const)(
  'two owners who %s at once: one of them remains',
  async (what) => {
    await setRole('oskar-berglund', 'owner');
    await setRole('karin-holm', 'owner');
    await setRole('astrid-lindqvist', 'member');
    const [oskar, karin] = [await memberNow('oskar-berglund'), await memberNow('karin-holm')];
    const pairs = [
      [oskar, what === 'step down' ? oskar : karin],
      [karin, what === 'step down' ? karin : oskar],
    ] as const;
    const outcomes = await Promise.all(
      pairs.map(([{ personId }, member]) => {
        const asked = { key: newId(), member, now };
        const scope = owner(personId);
        return what === 'remove each other'
          ? removeMember(scope, asked)
          : saveMemberRole(scope, { ...asked, role: 'member' });
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(1);
    const owners = await read((db) => db.select().from(memberships).where(eq(memberships.role, 'owner')));
    expect(owners.filter(({ organizationId }) => organizationId === 'nordlys')).toHaveLength(1);
  },
);

test('two owners of one profile are not both removed', async () => {
  await write((tx) =>
    tx.insert(billingProfileRoles).values({
      billingProfileId: 'nordlys-north',
      personId: 'oskar-berglund',
      role: 'owner',
      createdAt: 0,
    }),
  );
  const [johan, oskar] = [await memberNow('johan-ekstrom'), await memberNow('oskar-berglund')];
  const outcomes = await Promise.all(
    [johan, oskar].map((member) => removeMember(astrid, { key: newId(), member, now })),
  );
  expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(1);
  const owners = await read((db) =>
    db.$count(billingProfileRoles, eq(billingProfileRoles.billingProfileId, 'nordlys-north')),
  );
  expect(owners).toBeGreaterThan(0);
});

test('the only owner of a profile is not removed', async () => {
  expect(await remove('johan-ekstrom')).toBe('stale');
  expect(await memberNow('johan-ekstrom')).toMatchObject({ soleOwnerOf: ['Region Norr'] });
});

test('whoever is no owner any more changes nobody', async () => {
  await setRole('oskar-berglund', 'owner');
  await setRole('astrid-lindqvist', 'member');
  expect(await remove('karin-holm')).toBe('stale');
  expect(await change('karin-holm', 'owner')).toBe('stale');
  expect(await listActs()).toEqual([]);
});

test('another organization’s member is not there, and cannot be touched', async () => {
  await expect(memberNow('eleni-papadaki')).rejects.toThrow();
  const eleni = await memberNow('nikos-georgiou', scopeOf('eleni-papadaki'));
  const before = await everything();
  expect(await removeMember(astrid, { key: newId(), member: eleni, now })).toBe('stale');
  expect(await everything()).toEqual(before);
});

test('a removal sent twice has one effect and one receipt', async () => {
  const [key, member] = [newId(), await memberNow('karin-holm')];
  const twice = await Promise.all([1, 2].map(() => removeMember(astrid, { key, member, now })));
  expect(twice[0]).toEqual(twice[1]);
  expect(await listActs()).toEqual(['remove_member']);
});

test('its receipt is read by who did it and by the owners', async () => {
  await setRole('oskar-berglund', 'owner');
  const removed = await remove('karin-holm', owner('oskar-berglund'));
  const id = removed !== 'stale' && removed.ok ? removed.value : '';
  const asSeenBy = async (personId: string) => {
    const reader = readerOf(await signIn(personId, now));
    return reader && (await findReadableReceipt(reader, id));
  };
  expect(await asSeenBy('astrid-lindqvist')).toMatchObject({ act: 'remove_member' });
  expect(await asSeenBy('johan-ekstrom')).toBeUndefined();
  expect(await asSeenBy('eleni-papadaki')).toBeUndefined();
  await setRole('oskar-berglund', 'member');
  expect(await asSeenBy('oskar-berglund')).toMatchObject({ act: 'remove_member' });
  expect(await read((db) => db.$count(sessions))).toBeGreaterThan(0);
});
