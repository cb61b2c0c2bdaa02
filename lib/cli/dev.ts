import { prepareDatabase, requireFreePorts, requireSettings } from './prepare';
import { serve } from './serve';
import { isWanted, main } from './terminal';

const help = `
npm run dev

Brings the database up to date and serves the site for work on it: a change in
the code shows at once. Guides keep their scripts here; npm start shows the
site as readers get it.
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  const settings = requireSettings();
  await requireFreePorts(settings);
  await prepareDatabase(settings);
  return serve('dev', settings, () => console.log(`\nStegvis for work: ${settings.siteUrl}/en-US/help\n`));
});
