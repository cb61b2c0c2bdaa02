import { readFile } from 'node:fs/promises';
import { closeDatabase } from '@/db/client';
import type { Compared, ImportFault } from '@/db/imports';
import { migrate } from '@/db/migrate';
import { type JsonPath, type LinedJson, readLinedJson } from '@/lib/domain/json-lines';
import { parseImportFile } from '@/lib/server/imports/import-file';
import { importDraft } from '@/lib/server/jobs/import';
import { requireSettings } from './prepare';
import { main, Obstacle, readFileArguments } from './terminal';

const help = `
npm run import -- <file.json> [--dry-run]

Brings publishers, offers, partners' orders and proposals from a file into the
configured database, which is brought up to date first: everything, or nothing
when anything is wrong. Faults are printed as file:line: what is wrong.
  --dry-run  says what would change, and imports nothing

Things are known by their ids, so that the same file changes nothing the second
time. What the file does not name stays as it is; what it names becomes as it
says. An offer is told whole: a plan or a price that is left out is no longer
sold. List prices are for new purchases: a subscription keeps the price that it
was bought at, and an order or a proposal its own. A plan keeps its price model,
term and rule for decreases: for others, make a new plan. A publisher's readers
land at its landingUrl, with a token: by https, and by http on this machine in a
demo alone. What its program gets in with, npm run publisher makes.
An example: public/import-example.json.
`;

const problems: Record<ImportFault['code'], string> = {
  publisher_unknown: 'no such publisher, neither in the file nor in the database',
  publisher_fixed: 'an offer cannot go to another publisher: make a new offer',
  plan_elsewhere: 'this plan belongs to another offer',
  plan_fixed: 'price model, term and rule for decreases cannot change: make a new plan',
  plan_unknown: 'no such plan, neither in the file nor in the database',
  organization_unknown: 'no such organization: npm run org:create prints its id',
  quantity_needed: 'must have a quantity: the plan is priced per license',
  quantity_not_applicable: 'must have no quantity: the plan has a flat price',
  quantity_out_of_range: 'is outside the range of the plan',
  not_sold_there: 'is not sold to organizations in the country of this one',
  no_profile_in_currency: 'the organization has no billing profile in this currency',
  order_fixed: 'an order cannot go to another organization: send a new one',
  order_closed: 'was accepted, declined or withdrawn already: send a new one under another id',
};

await main(async () => {
  const asked = readFileArguments(help, ['dry-run']);
  if (!asked) return 0;
  const { file, flags } = asked;
  const isTrial = flags.includes('dry-run');
  const read = readLinedJson(await contentOf(file));
  if ('code' in read) {
    const why = read.code === 'name_twice' ? 'a name stands twice in one object' : 'this is not JSON';
    throw new Obstacle(`${file}:${read.line}: ${why}\nNothing was changed.`);
  }
  const parsed = parseImportFile(read.value, requireSettings().mode);
  if (!parsed.success) throw faulty(file, read, parsed.error.issues);
  await migrate();
  const done = await importDraft(parsed.data, { isTrial });
  await closeDatabase();
  if (!done.ok) throw new Obstacle('Nothing was changed. The database is busy: try again.');
  const faults = done.value.flatMap((compared) => compared.faults);
  if (faults.length > 0) {
    throw faulty(
      file,
      read,
      faults.map(({ path, code }) => ({ path, message: problems[code] })),
    );
  }
  for (const line of linesOf(done.value, isTrial)) console.log(line);
  return 0;
});

/** Node says that a file cannot be read only by throwing. */
async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Obstacle(`${file} cannot be read: ${why}`, { cause: error });
  }
}

type Problem = { readonly path: JsonPath; readonly message: string };

function faulty(file: string, { lineOf }: LinedJson, found: readonly Problem[]): Obstacle {
  const told = found
    .map(({ path, message }) => ({ line: lineOf(path), text: `${path.map(String).join('.')}: ${message}` }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => `${file}:${line}: ${text}`);
  return new Obstacle(`${told.join('\n')}\nNothing was changed.`);
}

function linesOf(compared: readonly Compared[], isTrial: boolean): string[] {
  const changed = compared.filter(({ change }) => change !== 'unchanged');
  const same = compared.length - changed.length;
  const end = isTrial
    ? 'Nothing was changed: this was a trial.'
    : changed.length === 0
      ? 'Nothing was changed.'
      : 'Done.';
  return [
    ...changed.map(({ kind, id, change }) => `${change.padEnd(9)}  ${kind} ${id}`),
    `${changed.length} changed, ${same} as before. ${end}`,
  ];
}
