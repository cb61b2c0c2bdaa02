import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { nowAt } from '@/lib/server/clock';
import { requestMagicLink } from '@/lib/server/sign-in/magic-link';
import { newSecretToken } from '@/lib/server/sign-in/secret-token';
import { everything } from '@/test/support/database';
import { runCommand } from '@/test/support/run-command';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

const run = (url: string, folder: string, args: readonly string[]) =>
  runCommand('org-create.ts', args, { url, folder });

const wish = {
  '--name': 'Björk Trä AB',
  '--country': 'SE',
  '--locale': 'sv-SE',
  '--time-zone': 'Europe/Stockholm',
  '--owner-name': 'Rut Ek',
  '--owner-email': ' Rut.Ek@Bjork.example ',
};

const argsOf = (options: Readonly<Record<string, string>>) => Object.entries(options).flat();

test('makes an organization, its owner and a profile once, and refuses what is there', async () => {
  const url = await newDatabase();
  const folder = await temporaryFolder();
  const made = await run(url, folder, argsOf({ ...wish, '--billing-profile': 'Kontoret' }));
  expect(made).toMatchObject({ code: 0, error: '' });
  expect(made.out).toContain('Rut Ek signs in at http://localhost:3000/sv-SE/sign-in');
  const all = await everything();
  expect(all.organizations).toMatchObject([{ name: 'Björk Trä AB', country: 'SE', timeZone: 'Europe/Stockholm' }]);
  expect(all.people).toMatchObject([{ name: 'Rut Ek', email: 'rut.ek@bjork.example', emailVerifiedAt: null }]);
  expect(all.memberships).toMatchObject([{ role: 'owner' }]);
  expect(all.billing_profiles).toMatchObject([{ name: 'Kontoret', currency: 'SEK', settlement: 'invoice' }]);
  expect(all.payment_methods).toMatchObject([{ kind: 'bank_transfer' }]);
  expect(all.billing_profile_roles).toMatchObject([{ role: 'owner' }]);
  expect(all.audit_entries).toMatchObject([{ act: 'create_organization', personId: null, after: { owner: 'Rut Ek' } }]);

  const again = await run(url, folder, argsOf(wish));
  expect(again).toMatchObject({ code: 1, error: expect.stringContaining('of that name is there already') });
  const otherName = await run(url, folder, argsOf({ ...wish, '--name': 'Björk Sten AB' }));
  expect(otherName).toMatchObject({ code: 1, error: expect.stringContaining('has that address already') });
  expect(await everything()).toEqual(all);

  const asked = { email: 'rut.ek@bjork.example', locale: 'sv-SE', destinationId: newSecretToken() } as const;
  expect(await requestMagicLink(asked)).toMatchObject({ ok: true });
  expect((await read((db) => db.query.magicLinks.findMany()))[0]?.expiresAt).toBeGreaterThan(nowAt());
});

test('works on a database that is not there yet, and makes no profile unasked', async () => {
  const folder = await temporaryFolder();
  const url = `file:${join(folder, 'new', 'stegvis.db')}`;
  expect(await run(url, folder, argsOf(wish))).toMatchObject({ code: 0 });
});

test('names every argument that is missing or wrong, and changes nothing', async () => {
  const url = await newDatabase();
  const folder = await temporaryFolder();
  const before = await everything();
  const nothing = await run(url, folder, []);
  expect(nothing.code).toBe(1);
  for (const name of Object.keys(wish)) expect(nothing.error).toContain(`${name} `);
  const bent = {
    '--name': 'a\nb',
    '--country': 'se',
    '--locale': 'de-DE',
    '--time-zone': 'Europe/Nowhere',
    '--owner-name': '<b>',
    '--owner-email': 'rut',
  };
  const wrong = await run(url, folder, argsOf(bent));
  for (const name of Object.keys(bent)) expect(wrong.error).toContain(`${name} must`);
  const unsold = await run(url, folder, argsOf({ ...wish, '--country': 'CN', '--billing-profile': 'Office' }));
  expect(unsold).toMatchObject({ code: 1, error: expect.stringContaining('No paid app is sold') });
  expect((await run(url, folder, ['--nme', 'x'])).code).toBe(2);
  expect(await run(url, folder, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--owner-email') });
  expect(await everything()).toEqual(before);
});
