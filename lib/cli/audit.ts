import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import type { ChainFault } from '@/lib/server/audit/verify-chain';
import { verifyAudit } from '@/lib/server/jobs/verify-audit';
import { loadEnvironmentFile, main, Obstacle } from './terminal';

const help = `
npm run audit -- verify

Reads what every organization's audit recorded against its hashes and against
the heads that are signed once a day, and names the first row of each that is
not as it was. The key of the heads lies in the data folder, in the file
audit-key: keep a copy elsewhere.
Exit codes: 0 all is as it was, 1 something is not, 2 wrong usage.
`;

const FAULTS: Readonly<Record<ChainFault['code'], string>> = {
  missing: 'is missing',
  changed: 'is not as it was written',
  not_as_signed: 'is not the one that was signed',
  head_forged: 'has a head with a signature that is not ours',
  cut_off: 'and what came after it were cut off the end',
};

await main(async () => {
  const { values, positionals } = readArguments();
  if (values.help) console.log(help.trim());
  if (values.help) return 0;
  if (positionals.join(' ') !== 'verify') {
    console.error(help.trim());
    return 2;
  }
  loadEnvironmentFile();
  const reports = await verifyAudit();
  await closeDatabase();
  for (const { id, name, entries, heads, fault } of reports) {
    const well = `${entries} rows and ${heads} heads are as they were`;
    const said = fault ? `row ${fault.sequence} ${FAULTS[fault.code]}` : well;
    console.log(`${fault ? 'FAULT' : 'ok   '} ${id} (${name}): ${said}`);
  }
  const faults = reports.filter(({ fault }) => fault).length;
  if (faults > 0) throw new Obstacle(`Organizations whose audit is not as it was: ${faults}.`);
  return 0;
});

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h', default: false } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help.trim()}`);
    return process.exit(2);
  }
}
