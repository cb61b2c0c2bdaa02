import { rmSync } from 'node:fs';
import { isWanted, main, seconds } from '@/lib/cli/terminal';
import { makeTemplate, startSite } from '@/test/support/site';
import { runMatrix } from './run';

const help = `
npm run matrix

Asks the built site everything that a form or page can ask, as everybody, about
records that are one's own, another organization's, gone, malformed or of
another kind; prints how many cases, what failed, and how long it took.
Build first: npm run build
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  const template = await makeTemplate();
  const site = await startSite({ template });
  const startedAt = Date.now();
  const { cases, failures } = await runMatrix(site, () => true);
  const took = seconds(Date.now() - startedAt);
  await site.stop();
  rmSync(template, { recursive: true });
  for (const failure of failures) console.log(`  ${failure}`);
  console.log(`${cases} cases, ${failures.length} failures, ${took}`);
  return failures.length === 0 ? 0 : 1;
});
