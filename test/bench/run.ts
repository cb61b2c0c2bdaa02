import { rmSync } from 'node:fs';
import { ensureBuild } from '@/lib/cli/site-build';
import { isWanted, main, step } from '@/lib/cli/terminal';
import { makeTemplate, startSite } from '@/test/support/site';
import { cpuReport, startBaseline } from './baseline-app';
import { type Comparison, listComparisons, listTaskComparisons, readSubjects, signInAll } from './comparisons';
import { compare, percent } from './load';
import { readMarkup } from './markup';
import { printMoney } from './money';
import { printLives } from './print-lives';
import { weigh } from './weight';

const help = `
npm run bench

Compares the built site with a Next app of empty pages on this machine, by
turns, and prints the ratios: requests per second and processor time per
request, as the median of five rounds (least – most). Weighs a guide as a
visitor's browser fetches it, and the scripts of each task's page; times those
pages in a browser with a slow processor. Before that, it confirms changes of
quantity and renews 10,000 apps on a database file of its own. Takes about ten
minutes; let nothing else run.
A ratio below its target is printed, and is no failure: exit code 1 means that
nothing could be measured.
`;

const ROUNDS = 5;
const SECONDS = 3;
const TASK_ROUNDS = 3;
const TASK_SECONDS = 2;
const MOST_KIB = 20;

await main(async () => {
  if (!isWanted(help)) return 0;
  await printMoney();
  await ensureBuild();
  const template = await step('Filling a database', makeTemplate);
  const report = await cpuReport();
  const site = await startSite({ template, env: report.env });
  try {
    await printWeight(`${site.origin}/en-US/help/change-license-quantity`);
    await measure({ origin: site.origin, cpuUrl: report.cpuUrl });
  } finally {
    await site.stop();
    rmSync(template, { recursive: true });
  }
  return 0;
});

async function measure(site: { origin: string; cpuUrl: string }): Promise<void> {
  const subjects = await readSubjects(site);
  const build = () => startBaseline(readMarkup(subjects.readerHtml));
  const baseline = await step('Building the pages to compare with', build);
  try {
    await printLives(site.origin, await signInAll(site), `${baseline.origin}/form`);
    console.log(`\nours ÷ theirs, ${ROUNDS} rounds of ${SECONDS} s, 8 connections, not packed`);
    await printAll(await listComparisons(site, baseline, subjects), ROUNDS, SECONDS);
    console.log(`\nsending each task's form, ${TASK_ROUNDS} rounds of ${TASK_SECONDS} s`);
    await printAll(await listTaskComparisons(site, baseline), TASK_ROUNDS, TASK_SECONDS);
  } finally {
    await baseline.stop();
  }
}

async function printAll(comparisons: readonly Comparison[], rounds: number, seconds: number): Promise<void> {
  for (const { name, target, ours, theirs } of comparisons) {
    const found = await compare(ours, theirs, rounds, seconds);
    console.log(`\n${name}`);
    console.log(`  requests/s    ${percent(found.speed)}  ${target === undefined ? '' : `target ${target} %`}`);
    console.log(`                ${found.ours.perSecond.toFixed(0)} ÷ ${found.theirs.perSecond.toFixed(0)}`);
    console.log(`  CPU/request   ${percent(found.cpu)}`);
    console.log(`                ${found.ours.cpuMs.toFixed(2)} ms ÷ ${found.theirs.cpuMs.toFixed(2)} ms`);
  }
}

async function printWeight(address: string): Promise<void> {
  const weights = await weigh(address);
  const count = (bytes: number) => bytes.toLocaleString('en-US').padStart(9);
  console.log('\nA guide for a visitor, bytes     raw     gzip');
  for (const { kind, raw, packed } of weights) console.log(`  ${kind.padEnd(22)}${count(raw)}${count(packed)}`);
  const text = weights.filter(({ kind }) => kind !== 'fonts');
  const packed = text.reduce((all, weight) => all + weight.packed, 0);
  console.log(`  without fonts ${(packed / 1024).toFixed(1)} KiB gzip, target ${MOST_KIB} KiB; JavaScript, target 0`);
}
