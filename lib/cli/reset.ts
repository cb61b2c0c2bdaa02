import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '@/db/database-location';
import type { Settings } from '@/lib/env';
import { prepareDatabase, requireFreePort, requireSettings } from './prepare';
import { isWanted, main, Obstacle } from './terminal';

const help = `
npm run reset

Removes the demo's database and what its sample publisher's portal has kept,
and seeds new ones. Stop the site first.
Refuses in live mode and for a database that is not a file.
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  const settings = requireSettings();
  const file = requireDemoFile(settings);
  await requireFreePort(settings.host, settings.port);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  rmSync(join(settings.dataFolder, 'publisher-portal'), { recursive: true, force: true });
  await prepareDatabase(settings);
  console.log('The demo starts over: npm start');
  return 0;
});

function requireDemoFile({ mode, database }: Settings): string {
  if (mode !== 'demo') throw new Obstacle('Nothing removed: this is a live site (see STEGVIS_MODE in .env.example).');
  const file = databaseFile(database);
  if (!file) throw new Obstacle('Nothing removed: DATABASE_URL is not a file.');
  return file;
}
