import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { read } from '@/db/client';
import { newId } from '@/db/ids';
import { withdrawInvitation } from '@/db/invitation-changes';
import { listOpenInvitations } from '@/db/invitations';
import { invitations, memberships, people, sessions } from '@/db/schema';
import { scopeOf } from '@/lib/demo/seed/people';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { findInvitation } from '@/lib/server/sign-in/invitation';
import { findSessionOfToken } from '@/lib/server/sign-in/session-token';
import { inviteMember, parseInvitedEmail } from '@/lib/server/team/invite';
import { everything, listActs, newDemoDatabase, requireAccepted } from '@/test/support/database';
import {
  accept,
  address,
  astrid,
  DAY_MS,
  invitationNow,
  invite,
  listTokens,
  now,
  saveStray,
} from '@/test/support/team';

const gone = { ok: false, refusal: 'invitation_not_usable' };
const look = (token: string, on = now) =>
  underClock(
    () => on,
    () => findInvitation(token),
  );

beforeEach(newDemoDatabase);

test('an invitation leaves a hash, an audit entry, a receipt and two mails', async () => {
  const token = await invite(address, 'app_admin');
  const all = await everything();
  expect(all.invitations).toMatchObject([
    { email: address, role: 'app_admin', invitedBy: 'astrid-lindqvist', expiresAt: now + 7 * DAY_MS },
  ]);
  expect(JSON.stringify([all.invitations, all.audit_entries, all.receipts])).not.toContain(token);
  expect(all.audit_entries).toMatchObject([{ act: 'invite_member', after: { email: address, role: 'app_admin' } }]);
  expect(all.receipts).toMatchObject([{ act: 'invite_member', subscriptionId: null, billingProfileId: null }]);
  await underClock(() => now, drainOutbox);
  const { demo_mails: mails, outbox_events: sent } = await everything();
  expect(mails?.map((mail) => Object(mail).recipient).sort()).toEqual([
    'astrid.lindqvist@nordlysbygg.example',
    address,
  ]);
  expect(JSON.stringify(mails)).toContain(`/sv-SE/sign-in/invitation?token=${token}`);
  expect(JSON.stringify(sent)).not.toContain(token);
});

test('accepting makes a person with a proved address, a member and a session, and tells them', async () => {
  const token = await invite();
  expect(await look(token)).toMatchObject({ isKnown: false, obstacle: undefined });
  const sessionToken = requireAccepted(await accept(token, { name: '  Rut   Ek ' }));
  const session = await findSessionOfToken(sessionToken, now);
  expect(session).toMatchObject({ person: { name: 'Rut Ek', email: address }, organization: { role: 'member' } });
  const [person] = await read((db) => db.select().from(people).where(eq(people.email, address)));
  expect(person).toMatchObject({ emailVerifiedAt: now, locale: 'en-US' });
  expect(await listActs()).toEqual(['invite_member', 'accept_invitation']);
  await underClock(() => now, drainOutbox);
  const told = (await everything()).demo_mails?.map((mail) => Object(mail).subject);
  expect(told).toContain('You belong to Nordlys Bygg AB');
  expect(await listOpenInvitations(astrid)).toEqual([]);
});

test('of ten acceptances at once one joins', async () => {
  const token = await invite();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await read((db) => db.$count(people, eq(people.email, address)))).toBe(1);
  expect(await read((db) => db.$count(sessions))).toBe(1);
  expect(await listActs()).toEqual(['invite_member', 'accept_invitation']);
});

test('a used, expired, withdrawn, replaced, bent or unknown link is gone in the same way', async () => {
  const used = await invite('used@nordlysbygg.example');
  requireAccepted(await accept(used));
  const expired = await invite('late@nordlysbygg.example', 'member', now - 7 * DAY_MS);
  const withdrawn = await invite('withdrawn@nordlysbygg.example', 'member', now + 1);
  const invitation = await invitationNow('withdrawn@nordlysbygg.example');
  requireAccepted(await requireSaved(withdrawInvitation(astrid, { key: newId(), invitation, now })));
  const replaced = await invite(address, 'member', now + 2);
  const live = await invite(address, 'owner', now + 3);
  const bent = [...live].map((letter, index) => {
    const other = letter === 'A' ? 'B' : 'A';
    return live.slice(0, index) + other + live.slice(index + 1);
  });
  const before = await everything();
  for (const token of [used, expired, withdrawn, replaced, 'x'.repeat(43), ...bent]) {
    expect(await look(token)).toBeUndefined();
    expect(await accept(token)).toEqual(gone);
  }
  expect(await everything()).toEqual(before);
  expect(await look(live)).toMatchObject({ invitation: { role: 'owner' } });
});

test('one millisecond before it expires it still works', async () => {
  const token = await invite();
  expect(await accept(token, { on: now + 7 * DAY_MS })).toEqual(gone);
  expect(await accept(token, { on: now + 7 * DAY_MS - 1 })).toMatchObject({ ok: true });
});

test('a mail that could not go in time is not sent with a link that no longer works', async () => {
  await invite(address, 'member', now);
  await invite(address, 'owner', now + 1);
  await underClock(() => now + 2, drainOutbox);
  const mails = (await everything()).demo_mails?.filter((mail) => Object(mail).recipient === address);
  expect(mails).toHaveLength(1);
});

test('whoever belongs here or elsewhere, or is somebody else, cannot accept, and the link stays', async () => {
  const foreign = await invite('eleni.papadaki@kymata.example');
  expect(await look(foreign)).toMatchObject({ obstacle: 'other_organization' });
  expect(await accept(foreign)).toEqual({ ok: false, refusal: 'other_organization' });
  const other = await invite(address, 'member', now + 1);
  const maja = { personId: 'maja-sandberg', email: 'maja.sandberg@nordlysbygg.example' };
  expect(await accept(other, { as: maja })).toEqual({ ok: false, refusal: 'other_person' });
  expect(await accept(other, { name: '<b>' })).toEqual({ ok: false, refusal: 'name_malformed' });
  expect(await listOpenInvitations(astrid)).toHaveLength(2);
  expect(await listActs()).toEqual(['invite_member', 'invite_member']);
});

test('a known person who belongs nowhere joins under the name they have', async () => {
  await saveStray(address, null);
  const token = await invite(address, 'owner');
  expect(await look(token)).toMatchObject({ isKnown: true });
  requireAccepted(await accept(token, { name: 'Somebody Else' }));
  const [person] = await read((db) => db.select().from(people).where(eq(people.id, 'stray')));
  expect(person).toMatchObject({ name: 'Rut Ek', emailVerifiedAt: now });
  const [place] = await read((db) => db.select().from(memberships).where(eq(memberships.personId, 'stray')));
  expect(place).toMatchObject({ organizationId: 'nordlys', role: 'owner' });
});

test('one open invitation per address: a second replaces the first, also at once', async () => {
  const again = () => inviteMember(astrid, { key: newId(), email: address, role: 'member', now });
  await Promise.all([again(), again(), again()]);
  expect(await listOpenInvitations(astrid)).toHaveLength(1);
  expect((await listTokens()).length).toBe(3);
});

test('a form sent twice invites once', async () => {
  const key = newId();
  const once = () => inviteMember(astrid, { key, email: address, role: 'member', now });
  const ids = new Set((await Promise.all([once(), once()])).map(requireAccepted));
  expect(ids.size).toBe(1);
  expect(await read((db) => db.$count(invitations))).toBe(1);
  const other = await inviteMember(astrid, { key, email: address, role: 'owner', now });
  expect(other).toEqual({ ok: false, refusal: 'key_reused' });
});

test('a colleague is not invited, nobody but an owner invites, and a day has a limit', async () => {
  const wish = { key: newId(), role: 'member', now } as const;
  const email = 'maja.sandberg@nordlysbygg.example';
  expect(await inviteMember(astrid, { ...wish, email })).toEqual({ ok: false, refusal: 'already_member' });
  const johan = scopeOf('johan-ekstrom');
  expect(await inviteMember(johan, { ...wish, email: address })).toEqual({ ok: false, refusal: 'changed_meanwhile' });
  for (let n = 0; n < 50; n += 1) await invite(`n${n}@nordlysbygg.example`);
  expect(await inviteMember(astrid, { ...wish, email: address })).toEqual({
    ok: false,
    refusal: 'too_many_invitations',
  });
  await invite(address, 'member', now + DAY_MS + 1);
});

test('an address that imitates another is refused before anything is done', () => {
  expect(parseInvitedEmail('аnna@nordlysbygg.example')).toEqual({ ok: false, refusal: 'email_mixed_scripts' });
  expect(parseInvitedEmail('ＡＮＮＡ@nordlysbygg.example')).toEqual({ ok: true, value: 'anna@nordlysbygg.example' });
});

async function requireSaved<T>(saving: Promise<T | 'stale'>): Promise<T> {
  const saved = await saving;
  if (saved === 'stale') throw new Error('stale');
  return saved;
}
