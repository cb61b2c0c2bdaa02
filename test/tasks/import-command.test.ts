import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveMasterData } from '@/lib/demo/seed/master-data';
import { at, everything, job } from '@/test/support/database';
import { runCommand } from '@/test/support/run-command';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

const EXAMPLE = readFileSync('public/import-example.json', 'utf8');

/** Runs the command as an operator does, on a file with a text, in a database with the demo's master data. */
async function newCommand() {
  const url = await newDatabase();
  await saveMasterData(job, '2026-11-22', at('2026-01-01'));
  const folder = await temporaryFolder();
  const file = join(folder, 'offers.json');
  return async (text: string, ...flags: string[]) => {
    writeFileSync(file, text);
    const answer = await runCommand('import.ts', [file, ...flags], { url, folder });
    return { ...answer, error: answer.error.replaceAll(`${folder}/`, '') };
  };
}

test('the example is tried, imported, and changes nothing the second time', async () => {
  const run = await newCommand();
  const before = await everything();
  expect(await run(EXAMPLE, '--dry-run')).toEqual({
    code: 0,
    out: expect.stringMatching(
      /new +offer ritning-live\n(.*\n)*4 changed, 0 as before\. Nothing was changed: this was a trial/,
    ),
    error: '',
  });
  expect(await everything()).toEqual(before);
  expect(await run(EXAMPLE)).toMatchObject({ code: 0, out: expect.stringContaining('4 changed, 0 as before. Done.') });
  const after = await everything();
  expect(after.offers).toHaveLength((before.offers?.length ?? 0) + 1);
  expect(after.orders).toMatchObject([
    { id: 'order-2026-118', channel: 'partner', unitAmountMinor: 13_900n, quantity: 12 },
    { id: 'proposal-2026-31', channel: 'proposal', unitAmountMinor: 4_200_000n, quantity: null, termsLocale: 'sv-SE' },
  ]);
  expect(await run(EXAMPLE)).toMatchObject({ code: 0, out: '0 changed, 4 as before. Nothing was changed.\n' });
  expect(await everything()).toEqual(after);
});

test.each<[string, (text: string) => string, string]>([
  [
    'a comma too many',
    (text) => text.replace('"SE", "NO", "DK"', '"SE", "NO", "DK",'),
    'offers.json:23: this is not JSON',
  ],
  [
    'decimals that the currency has not',
    (text) => text.replace('"48000.00"', '"48000.5"'),
    'offers.json:36: offers.0.plans.1.prices.SEK: must be an amount in SEK with 2 decimals',
  ],
  [
    'a landing page without encryption',
    (text) => text.replace('"https://portal', '"http://portal'),
    'offers.json:10: publishers.0.landingUrl: must begin with https://',
  ],
  [
    'a plan that is not there',
    (text) => text.replace('"plan": "ritning-live-total"', '"plan": "ritning-live-ttal"'),
    'offers.json:56: proposals.0.plan: no such plan',
  ],
])('%s: told with its line, and nothing is imported', async (_, bend, told) => {
  const run = await newCommand();
  const before = await everything();
  const refused = await run(bend(EXAMPLE));
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.error).toContain(told);
  expect(refused.error).toContain('Nothing was changed.');
  expect(await everything()).toEqual(before);
});

test('without a file, or with an unknown flag, the help is shown', async () => {
  const run = await newCommand();
  expect(await run(EXAMPLE, '--tryout')).toMatchObject({ code: 2, error: expect.stringContaining('--dry-run') });
  expect(await run(EXAMPLE, 'another.json')).toMatchObject({
    code: 2,
    error: expect.stringContaining('Name one file'),
  });
  expect(await run(EXAMPLE, '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('a subscription keeps the price'),
  });
});
