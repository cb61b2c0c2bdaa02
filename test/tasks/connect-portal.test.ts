import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { publishers } from '@/db/schema';
import { connectPortal, savePortalUsers } from '@/lib/demo/connect-portal';
import { credentialsFile, readCredentials } from '@/lib/demo/publisher-portal/credentials';
import { workspacesFile } from '@/lib/demo/publisher-portal/workspaces';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import {
  at,
  everything,
  job,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';
import { askToken } from '@/test/support/publisher-api';
import { temporaryFolder } from '@/test/support/stress-folder';

const now = at('2026-11-22');

function tokenFor({ clientId, clientSecret }: { clientId: string; clientSecret: string }) {
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return askToken(fields, now);
}

test('each publisher gets a landing page and a secret that only the portal can read', async () => {
  await newDemoDatabase();
  const portal = { folder: await temporaryFolder(), port: 3456 };
  await connectPortal(job, portal, now);
  const credentials = readCredentials(portal.folder);
  expect(Object.keys(credentials)).toEqual(['tallyworks', 'brattkant', 'meltemi']);
  for (const own of Object.values(credentials)) expect((await tokenFor(own)).status).toBe(200);
  expect(statSync(credentialsFile(portal.folder)).mode & 0o777).toBe(0o600);
  const landings = await read((db) => db.select({ url: publishers.landingUrl }).from(publishers));
  expect(landings.map(({ url }) => url)).toContain('http://localhost:3456/tallyworks/landing');

  const before = await everything();
  await connectPortal(job, portal, now + 1);
  expect(readCredentials(portal.folder)).toEqual(credentials);
  expect(await everything()).toEqual(before);
});

test('a portal that lost its secrets gets new ones, and the old ones are worth nothing', async () => {
  await newDemoDatabase();
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  await connectPortal(job, { folder: first, port: 3010 }, now);
  await connectPortal(job, { folder: second, port: 3010 }, now);
  for (const [folder, status] of [
    [first, 401],
    [second, 200],
  ] as const) {
    const { tallyworks } = readCredentials(folder);
    expect(tallyworks && (await tokenFor(tallyworks)).status).toBe(status);
  }
});

test('the portal knows as many users as the site has been told of', async () => {
  await newDemoDatabase();
  await startUsing({ id: 'used', on: '2026-11-22', quantity: 100 });
  requireAccepted(await reportAssigned(job, { subscriptionId: 'used', assignedQuantity: 90, now }));
  await startUsing({ id: 'unused', on: '2026-11-22' });
  const folder = await temporaryFolder();
  await savePortalUsers(job, { folder, port: 3010 });
  const workspaces = JSON.parse(readFileSync(workspacesFile(folder), 'utf8'));
  const { users } = workspaces[(await subscriptionNow('used')).fulfilmentId];
  expect([Object.keys(workspaces).length, users.length, new Set(users).size]).toEqual([1, 90, 90]);
});
