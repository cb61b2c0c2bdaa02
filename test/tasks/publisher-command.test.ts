import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { saveMasterData } from '@/lib/demo/seed/master-data';
import { realNowAt } from '@/lib/server/clock';
import { at, everything, job } from '@/test/support/database';
import { askToken, newAccessToken, tokenFields } from '@/test/support/publisher-api';
import { runCommand } from '@/test/support/run-command';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

/** Runs the command as an operator does, in a database with the demo's master data. */
async function newCommand() {
  const url = await newDatabase();
  await saveMasterData(job, '2026-11-22', at('2026-01-01'));
  const folder = await temporaryFolder();
  return (...args: readonly string[]) => runCommand('publisher.ts', args, { url, folder });
}

function programIn({ out }: { readonly out: string }) {
  const [, clientId = ''] = /client id +(\S+)/.exec(out) ?? [];
  const [, secret = ''] = /shown this once:\n(\S+)/.exec(out) ?? [];
  return { clientId, secret };
}

const statusOf = async (program: ReturnType<typeof programIn>) =>
  (await askToken(tokenFields(program), realNowAt())).status;

test('a secret is shown once and kept as a hash, a second takes over, and the older one is revoked', async () => {
  const run = await newCommand();
  const about = ['--id', 'tallyworks'] as const;
  const untouched = await everything();
  expect(await run(...about)).toMatchObject({
    code: 0,
    out: expect.stringContaining('secrets in use none'),
    error: '',
  });
  expect(await run(...about, '--secret', 'revoke-all')).toMatchObject({ code: 1 });
  expect(await everything()).toEqual(untouched);

  const first = programIn(await run(...about, '--secret', 'new'));
  const token = await newAccessToken(first, realNowAt());
  const second = programIn(await run(...about, '--secret', 'new'));
  expect(second.clientId).toBe(first.clientId);
  expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
  const full = await everything();
  expect(await run(...about, '--secret', 'new')).toMatchObject({
    code: 1,
    error: expect.stringContaining('revoke the older one first'),
  });
  expect(await everything()).toEqual(full);
  const told = (await run(...about)).out + inspect(full, { depth: null, maxArrayLength: null, maxStringLength: null });
  for (const secret of [first.secret, second.secret, token]) expect(told).not.toContain(secret);

  expect(await run(...about, '--secret', 'revoke-older')).toMatchObject({ code: 0, error: '' });
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
  expect((await run(...about, '--secret', 'revoke-all')).out).toContain('secrets in use none');
  expect(await statusOf(second)).toBe(401);
});

test('what it cannot do is said, and nothing changes', async () => {
  const run = await newCommand();
  const before = await everything();
  const unknown = await run('--id', 'nobody', '--secret', 'new');
  expect(unknown).toMatchObject({ code: 1, error: expect.stringContaining('No such publisher') });
  const wrong = await run('--secret', 'old');
  for (const name of ['--id is missing', '--secret must be new']) expect(wrong.error).toContain(name);
  expect((await run('--idd', 'x')).code).toBe(2);
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('revoke-older') });
  expect(await everything()).toEqual(before);
});
