import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { write } from '@/db/client';
import { bindLogin } from '@/db/logins';
import { people } from '@/db/schema';
import { underClock } from '@/lib/server/clock';
import { acceptOwn, findOwnDomain, listOwnInvitations } from '@/lib/server/sign-in/invitation';
import { everything, newDemoDatabase, requireAccepted } from '@/test/support/database';
import { address, invitationNow, invite, now, saveStray } from '@/test/support/team';

const gone = { ok: false, refusal: 'invitation_not_usable' };

beforeEach(newDemoDatabase);

test('what waits for a proved address is shown and accepted without the link; for another’s it is not', async () => {
  const stray = await saveStray(address);
  await invite();
  await invite('somebody.else@nordlysbygg.example', 'owner', now + 1);
  const own = await underClock(
    () => now,
    () => listOwnInvitations('stray'),
  );
  expect(own.map(({ email }) => email)).toEqual([address]);
  const others = await invitationNow('somebody.else@nordlysbygg.example');
  const take = (id: string) =>
    underClock(
      () => now,
      () => acceptOwn(id, stray, 'sv-SE'),
    );
  expect(await take(others.id)).toEqual(gone);
  expect(await take(own[0]?.id ?? '')).toEqual({ ok: true, value: undefined });
  expect(await take(own[0]?.id ?? '')).toEqual(gone);
});

test('an address that was never proved sees and gets nothing', async () => {
  const stray = await saveStray(address, null);
  await invite();
  const { id } = await invitationNow();
  await underClock(
    () => now,
    async () => {
      expect(await listOwnInvitations('stray')).toEqual([]);
      expect(await acceptOwn(id, stray, 'sv-SE')).toEqual(gone);
    },
  );
});

test('a domain is named only where an owner has proved an address in exactly it', async () => {
  await saveStray(address);
  expect(await findOwnDomain('stray')).toBeUndefined();
  const prove = (id: string) => write((tx) => tx.update(people).set({ emailVerifiedAt: 1 }).where(eq(people.id, id)));
  await prove('maja-sandberg');
  expect(await findOwnDomain('stray')).toBeUndefined();
  await prove('astrid-lindqvist');
  expect(await findOwnDomain('stray')).toBe('nordlysbygg.example');
  await write((tx) => tx.update(people).set({ email: 'rut@x.nordlysbygg.example' }).where(eq(people.id, 'stray')));
  expect(await findOwnDomain('stray')).toBeUndefined();
});

test('a verified work account whose invitation waits is made known, and belongs nowhere until it accepts', async () => {
  const claim = {
    provider: 'https://id.example',
    providerAccountId: 'rut',
    email: address,
    name: 'Rut Ek',
    isEmailVerified: true,
    signedInPersonId: undefined,
    claimedAt: now,
  };
  const bind = async (chosen: Partial<typeof claim> = {}) =>
    requireAccepted(await write((tx) => bindLogin(tx, { ...claim, ...chosen })));
  expect(await bind()).toEqual({ ok: false, refusal: 'not_invited' });
  await invite();
  expect(await bind({ isEmailVerified: false })).toEqual({ ok: false, refusal: 'not_invited' });
  const person = requireAccepted(await bind());
  expect(person).toMatchObject({ name: 'Rut Ek', email: address });
  expect(JSON.stringify((await everything()).memberships)).not.toContain(person.id);
  const { id } = await invitationNow();
  const signedIn = { personId: person.id, email: address };
  expect(
    await underClock(
      () => now,
      () => acceptOwn(id, signedIn, 'sv-SE'),
    ),
  ).toEqual({ ok: true, value: undefined });
});
