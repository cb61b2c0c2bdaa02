import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { JobScope } from '@/db/scope-mint';
import { settings } from '@/lib/env';
import { nowAt } from '@/lib/server/clock';
import { connectPortal, savePortalUsers } from './connect-portal';
import { seedDemo } from './seed/seed-demo';

const help = `tsx lib/demo/seed.ts

Fills an empty, migrated demo database: two organizations with their people, three
publishers, and subscriptions in every state. A database that has any organization
is left as it is. Registers the sample publisher's portal, which keeps what it knows
in publisher-portal/ beside the database. Refuses in live mode.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });

if (values.help) {
  console.log(help);
} else if (settings().mode === 'live') {
  console.error('Nothing was seeded: this is a live site (see STEGVIS_MODE in .env.example).');
  process.exitCode = 1;
} else {
  const startedAt = performance.now();
  const isSeeded = await seedDemo(nowAt(), (line) => console.log(`  ${line}`));
  const scope = new JobScope('demo-seed');
  const { dataFolder, publisherPortalPort } = settings();
  const portal = { folder: join(dataFolder, 'publisher-portal'), port: publisherPortalPort };
  if (isSeeded) await savePortalUsers(scope, portal);
  await connectPortal(scope, portal, nowAt());
  await closeDatabase();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(isSeeded ? `  The demo is ready (${seconds} s).` : '  The demo is there already; nothing was changed.');
}
