import { beforeEach, expect, test, vi } from 'vitest';
import { changeMemberRole } from '@/app/[locale]/_tasks/change-member-role/action';
import { inviteMember } from '@/app/[locale]/_tasks/invite-member/action';
import { removeMember } from '@/app/[locale]/_tasks/remove-member/action';
import { withdrawInvitation } from '@/app/[locale]/_tasks/withdraw-invitation/action';
import { acceptInvitation, acceptOwnInvitation } from '@/app/[locale]/sign-in/invitation/action';
import { everything, newDemoDatabase } from '@/test/support/database';
import { type Fields, formOf, signIn, submit } from '@/test/support/submit';
import { address, invitationNow, invite, now } from '@/test/support/team';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: () => {} }));

const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';
const place = { locale: 'sv-SE', here: '/sv-SE/team', at: 'member' };

const actions = [
  ['invite', inviteMember, { email: address, role: 'member' }],
  ['change the role', changeMemberRole, { person: 'maja-sandberg', from: 'member', role: 'app_admin' }],
  ['remove', removeMember, { person: 'maja-sandberg' }],
] as const;

const form = (fields: Fields) => formOf({ ...place, key, ...fields });
const asAstrid = async (signedInAt = now) => ({ session: await signIn('astrid-lindqvist', signedInAt), now });

async function unchangeable() {
  const { destinations: _kept, sessions: _signedIn, ...rest } = await everything();
  return rest;
}

beforeEach(newDemoDatabase);

test.each(actions)('%s: leads to the receipt, and sent again to the same one', async (_, action, fields) => {
  const astrid = await asAstrid();
  const done = await submit(action, form(fields), astrid);
  const [receipt] = (await everything()).receipts ?? [];
  expect(done).toEqual({ goTo: `/sv-SE/receipts/${Object(receipt).id}` });
  expect(await submit(action, form(fields), astrid)).toEqual(done);
  expect((await everything()).receipts).toHaveLength(1);
});

test('withdraw: leads to the receipt, and sent again to the same one', async () => {
  await invite();
  const { id } = await invitationNow();
  const astrid = await asAstrid();
  const done = await submit(withdrawInvitation, form({ invitation: id }), astrid);
  expect(done).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/receipts\//) });
  expect(await submit(withdrawInvitation, form({ invitation: id }), astrid)).toEqual(done);
});

test.each(actions)('%s: an older sign-in is asked for again, with what was typed kept', async (_, action, fields) => {
  const before = await unchangeable();
  const old = await asAstrid(now - 10 * 60_000 - 1);
  const answer = await submit(action, form(fields), old);
  expect(answer).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/sign-in\/again\?kept=[\w-]{43}$/) });
  expect(await unchangeable()).toEqual(before);
});

test.each(actions)('%s: nobody but an owner does it, and no visitor', async (_, action, fields) => {
  const before = await unchangeable();
  for (const person of ['johan-ekstrom', 'maja-sandberg']) {
    const answer = await submit(action, form(fields), { session: await signIn(person, now), now });
    expect(answer).toMatchObject({ errors: [{ code: 'permission_missing' }] });
  }
  const visitor = await submit(action, form(fields), { session: undefined, now });
  expect(visitor).toEqual({ goTo: expect.stringMatching(/^\/sv-SE\/sign-in\?kept=/) });
  expect(await unchangeable()).toEqual(before);
});

test('another organization’s member and invitation are as unknown as none', async () => {
  await invite();
  const { id } = await invitationNow();
  const eleni = { session: await signIn('eleni-papadaki', now), now };
  const before = await unchangeable();
  for (const person of ['maja-sandberg', 'nobody', '', "' or 1=1 --"]) {
    const role = { person, from: 'member', role: 'owner' };
    for (const answer of [
      await submit(changeMemberRole, form(role), eleni),
      await submit(removeMember, form({ person }), eleni),
    ])
      expect(answer).toMatchObject({ errors: [{ field: null, code: 'not_found' }] });
  }
  for (const invitation of [id, 'nothing', ''])
    expect(await submit(withdrawInvitation, form({ invitation }), eleni)).toMatchObject({
      errors: [{ field: null, code: 'not_found' }],
    });
  expect(await unchangeable()).toEqual(before);
});

test.each([
  ['', 'email_missing'],
  ['rut', 'email_malformed'],
  ['аnna@nordlysbygg.example', 'email_mixed_scripts'],
  [`${'a'.repeat(250)}@b.example`, 'email_too_long'],
  ['Maja.Sandberg@nordlysbygg.example', 'already_member'],
])('the address %j comes back as it was typed: %s', async (email, code) => {
  const before = await unchangeable();
  const answer = await submit(inviteMember, form({ email, role: 'owner' }), await asAstrid());
  expect(answer).toMatchObject({ errors: [{ field: 'email', code }], typed: { email, role: 'owner' } });
  expect(await unchangeable()).toEqual(before);
});

test('the last owner, a profile’s only owner, and oneself: each refused by its name', async () => {
  const astrid = await asAstrid();
  const remove = (person: string) => submit(removeMember, form({ person }), astrid);
  expect(await remove('astrid-lindqvist')).toMatchObject({ errors: [{ code: 'last_owner' }] });
  expect(await remove('johan-ekstrom')).toMatchObject({ errors: [{ code: 'last_profile_owner' }] });
  const down = { person: 'astrid-lindqvist', from: 'owner', role: 'member' };
  expect(await submit(changeMemberRole, form(down), astrid)).toMatchObject({ errors: [{ code: 'last_owner' }] });
  const same = { person: 'maja-sandberg', from: 'member', role: 'member' };
  expect(await submit(changeMemberRole, form(same), astrid)).toMatchObject({ errors: [{ code: 'role_unchanged' }] });
  const stale = { person: 'maja-sandberg', from: 'app_admin', role: 'member' };
  expect(await submit(changeMemberRole, form(stale), astrid)).toMatchObject({
    errors: [{ code: 'changed_meanwhile' }],
  });
});

test.each([
  ['a role that is none', { role: 'admin' }],
  ['a field of no form', { organizationId: 'kymata' }],
  ['a key that is none', { key: 'x' }],
])('%s is malformed', async (_, bent) => {
  const before = await unchangeable();
  const answer = await submit(inviteMember, form({ email: address, role: 'member', ...bent }), await asAstrid());
  expect(answer).toMatchObject({ errors: [{ field: null, code: 'form_malformed' }] });
  expect(await unchangeable()).toEqual(before);
});

test('a visitor without a link gets nothing, and is asked to sign in for their own', async () => {
  const before = await unchangeable();
  const visitor = { session: undefined, now };
  for (const token of ['', 'x', 'x'.repeat(42), "' or 1=1 --"])
    expect(await submit(acceptInvitation, form({ token, name: 'Rut Ek' }), visitor)).toMatchObject({
      errors: [{ code: 'invitation_not_usable' }],
    });
  expect(await submit(acceptOwnInvitation, form({ invitation: 'x' }), visitor)).toEqual({
    goTo: '/sv-SE/sign-in?to=/sv-SE/account',
  });
  expect(await unchangeable()).toEqual(before);
});
