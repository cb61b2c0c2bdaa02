import type { Settings } from '@/lib/env';
import { listCompanions } from './demo-companions';
import { prepareDatabase, requireFreePorts, requireSettings } from './prepare';
import { serve } from './serve';
import { ensureBuild } from './site-build';
import { isWanted, main } from './terminal';

const help = `
npm start

Builds the site when something changed, brings the database up to date and
serves. Without any configuration it is a demo on http://localhost:3000 with
its own database in .data/, which stays until npm run reset.
Settings: see .env.example. Another port: PORT=4000 npm start
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  const settings = requireSettings();
  await requireFreePorts(settings);
  await ensureBuild();
  await prepareDatabase(settings);
  return serve('start', settings, () => console.log(describe(settings)));
});

function describe(settings: Settings): string {
  const { mode, siteUrl } = settings;
  const companions = listCompanions(settings).map(({ name, address }) => `\n  ${address}     ${name}`);
  const demo = `
  ${siteUrl}/en-US/sign-in     sign in as one of the demo's people, one click
  ${siteUrl}/en-US/demo-mailbox  every message the demo has sent${companions.join('')}
  npm run clock -- +30d       move the demo's time, day by day
  Stop: Ctrl+C. Start over: npm run reset`;
  return `
Stegvis is ready.
  ${siteUrl}/sv-SE/help        the guides in Swedish
  ${siteUrl}/en-US/help        the guides in English
  ${siteUrl}/en-US/apps        your apps, once signed in${mode === 'demo' ? demo : ''}
`;
}
