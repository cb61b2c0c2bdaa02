import { startVitest } from 'vitest/node';
import { main, readOptions } from '@/lib/cli/terminal';

const help = `
npm run simulate -- [--histories 1000] [--seed S]

Plays random histories of bought apps on the site's own actions, in a database
of its own, beside a small reference of the rules, and compares the two after
every step. Prints how many histories and steps, the seconds and the seed; of
a history that differs, the shortest that still does. The same seed plays the
same histories. Exit code 1: something differed.
`;

await main(async () => {
  const given = readOptions(help, ['histories', 'seed']);
  if (!given) return 0;
  const { histories = '1000', seed = String(Math.floor(Math.random() * 2 ** 31)) } = given;
  if (!/^[1-9]\d{0,8}$/.test(histories) || !/^\d{1,10}$/.test(seed)) {
    console.error(help.trim());
    return 1;
  }
  const vitest = await startVitest('test', [], {
    watch: false,
    include: ['test/model/simulation.ts'],
    provide: { simulation: { histories: Number(histories), seed: Number(seed) } },
    disableConsoleIntercept: true,
  });
  const failed = vitest.state.getCountOfFailedTests();
  await vitest.close();
  return failed === 0 ? 0 : 1;
});
