import { parseArgs } from 'node:util';
import { GUIDES } from '@/lib/domain/guides/registry';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { acceptPart, markTrivial } from './accept';
import { checkTexts } from './check';
import { formatFault } from './fault';
import { messagesRoot } from './files';
import { MADE } from './front-matter';
import { countStatus, listPartStatus } from './status';
import { listValueNames } from './values';

const HELP = `Usage: npm run i18n -- [command] [options]

  (no command)                          check every text, then print the state of every locale
  check                                 only check; exit 1 on any fault
  accept <locale> <guide>#<part>        record that the translation says what the source says today
  accept <locale> <guide>               the same for every part of the guide, title included (#lead)
  trivial <guide>#<part> <hash>         an edit of the source changed nothing: translations from <hash> stay fresh

Options
  --by human|machine|machine-reviewed   how the translation was made (default: human)
  --verbose                             name every part that is not fresh
  --help                                this text

Faults are printed as file:line: code: message. Exit codes: 0 well, 1 faults or a refusal, 2 wrong usage.`;

const root = messagesRoot();
const base = { root, sourceLocale: SOURCE_LOCALE, guides: GUIDES };

function check(): boolean {
  const faults = checkTexts({ ...base, locales: LOCALES, valueNames: listValueNames() });
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length > 0) console.error(`${faults.length} faults`);
  return faults.length === 0;
}

function printStatus(isVerbose: boolean): void {
  const row = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell) => String(cell).padEnd(10)).join(''));
  row(['locale', 'missing', 'stale', 'machine', 'reviewed']);
  for (const locale of LOCALES) {
    if (locale === SOURCE_LOCALE) continue;
    const parts = listPartStatus(locale, base);
    const { missing, stale, machine, reviewed } = countStatus(parts);
    row([locale, missing, stale, machine, reviewed]);
    for (const { guideId, partId, state, made } of isVerbose ? parts : []) {
      if (state !== 'fresh') console.log(`  ${guideId}#${partId}: ${state}${made ? ` (${made})` : ''}`);
    }
  }
}

function acceptAll(locale: string, target: string, by: string): boolean {
  const [guideId = '', partId] = target.split('#');
  const made = MADE.find((known) => known === by);
  if (!made) return refuseUsage(`--by takes ${MADE.join(', ')}`);
  const parts = listPartStatus(locale, base).filter((part) => part.guideId === guideId);
  const ids = partId === undefined ? parts.map((part) => part.partId) : [partId];
  if (ids.length === 0) return refuseUsage(`no guide is called ${guideId}`);
  const on = new Date().toISOString().slice(0, 10);
  return ids
    .map((id) => {
      const outcome = acceptPart(locale, guideId, id, { ...base, by: made, on });
      console.log(`${guideId}#${id}: ${outcome.ok ? `accepted at ${outcome.value}` : outcome.refusal}`);
      return outcome.ok;
    })
    .every(Boolean);
}

function refuseUsage(message: string): false {
  console.error(`${message}\n\n${HELP}`);
  process.exitCode = 2;
  return false;
}

function run(): boolean {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string', default: 'human' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, first, second, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return true;
  }
  if (command === undefined) {
    const isWell = check();
    printStatus(values.verbose);
    return isWell;
  }
  if (command === 'check' && first === undefined) return check();
  if (command === 'accept' && first && second && more.length === 0) {
    return LOCALES.some((locale) => locale === first)
      ? acceptAll(first, second, values.by)
      : refuseUsage(`no locale is called ${first}`);
  }
  if (command === 'trivial' && first && second && more.length === 0) {
    const [guideId = '', partId = ''] = first.split('#');
    const outcome = markTrivial(guideId, partId, second, base);
    console.log(outcome.ok ? `${first}: made from ${second} stays fresh` : outcome.refusal);
    return outcome.ok;
  }
  return refuseUsage(`unknown command: ${positionals.join(' ')}`);
}

if (!run()) process.exitCode ||= 1;
