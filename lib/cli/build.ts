import { build } from './site-build';
import { isWanted, loadEnvironmentFile, main } from './terminal';

const help = `
npm run build

Checks the guides, builds the site into .next/, takes every script out of the
guides made at build, and makes sure that none is left.
Takes SITE_URL into account: build again (npm start does) when it changes.
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  loadEnvironmentFile();
  await build();
  return 0;
});
