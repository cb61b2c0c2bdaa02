import { measureCommits } from './commits';
import { percent } from './load';
import { measureRenewals } from './renewals';

const TARGET = 50;
const RENEWALS = 10_000;
const RENEWALS_TARGET = 500;

/** Prints what it costs to commit a change of quantity, and to renew ten thousand apps on one day. */
export async function printMoney(): Promise<void> {
  console.log('\nConfirmed changes of quantity per bare transaction of four inserts, median of rounds');
  for (const kind of ['planned', 'invoiced', 'charged'] as const) {
    for (const admins of [1, 16, 64]) {
      const { ratio, cpuRatio, ours, bare } = await measureCommits(kind, admins);
      const speed = `${percent(ratio)}, target ${TARGET} %, ${ours.perSecond.toFixed(0)} ÷ ${bare.perSecond.toFixed(0)} per second`;
      const cpu = `CPU ${percent(cpuRatio)}, ${bare.cpuMs.toFixed(2)} ÷ ${ours.cpuMs.toFixed(2)} ms`;
      console.log(`  ${kind.padEnd(9)}${String(admins).padStart(3)} at once  ${speed}; ${cpu}`);
    }
  }
  console.log(`\nRenewing ${RENEWALS} apps on one day`);
  for (const settlement of ['invoice', 'card'] as const) {
    const { perSecond, heapGrowth } = await measureRenewals(settlement, RENEWALS);
    const speed = `${perSecond.toFixed(0)} per second, target ${RENEWALS_TARGET}`;
    console.log(`  ${settlement.padEnd(9)}${speed}, heap grown by ${heapGrowth.toFixed(1)} MiB`);
  }
}
