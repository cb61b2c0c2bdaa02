import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { newId } from '@/db/ids';
import { saveLandingUrl } from '@/db/offers';
import { listAssigned } from '@/db/published-subscriptions';
import { findPublisherClient, savePublisherClient } from '@/db/publisher-clients';
import { revokeClientSecrets, saveClientSecret } from '@/db/publisher-secrets';
import type { JobScope } from '@/db/scope';
import { hashSecretToken, newSecretToken } from '@/lib/server/sign-in/secret-token';
import { type Credentials, credentialsFile, readCredentials } from './publisher-portal/credentials';
import { workspacesFile } from './publisher-portal/workspaces';
import { requireDone } from './seed/done';
import { listPortalUsers } from './seed/portal-users';
import { PUBLISHERS } from './seed/publishers';

type Portal = { readonly folder: string; readonly port: number };

/**
 * Registers the sample publisher's portal with the site, for each publisher: where it lands, and a secret of its own,
 * made here, which stands in the portal's folder for nobody else to read. What is in place stays.
 */
export async function connectPortal(scope: JobScope, { folder, port }: Portal, now: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const kept = readCredentials(folder);
  const all: Record<string, Credentials> = {};
  for (const { id } of PUBLISHERS) {
    requireDone(await saveLandingUrl(scope, id, `http://localhost:${port}/${id}/landing`));
    all[id] = await credentialsOf(scope, id, kept[id], now);
  }
  const file = credentialsFile(folder);
  writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  chmodSync(file, 0o600);
}

async function credentialsOf(scope: JobScope, publisherId: string, kept: Credentials | undefined, now: number) {
  const client = (await findPublisherClient(scope, publisherId)) ?? (await newClient(scope, publisherId, now));
  if (kept?.clientId === client.id) return kept;
  requireDone(await revokeClientSecrets(scope, client.id, now));
  const clientSecret = newSecretToken();
  const secretHash = hashSecretToken(clientSecret);
  requireDone(await saveClientSecret(scope, { clientId: client.id, secretHash, createdAt: now }));
  return { clientId: client.id, tenantId: client.tenantId, clientSecret };
}

async function newClient(scope: JobScope, publisherId: string, createdAt: number) {
  const client = { id: newId(), publisherId, tenantId: newId(), createdAt };
  requireDone(await savePublisherClient(scope, client));
  return client;
}

/** The portal knows the users that the demo's story has given licenses to. */
export async function savePortalUsers(scope: JobScope, { folder }: Portal): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const assigned = await listAssigned(scope);
  const workspaces = assigned.map(({ fulfilmentId, organizationId, assignedQuantity }) => {
    const users = listPortalUsers(organizationId, assignedQuantity);
    return [fulfilmentId, { name: organizationId === 'nordlys' ? 'Nordlys Bygg' : 'Kymata Hotels', users }];
  });
  writeFileSync(workspacesFile(folder), JSON.stringify(Object.fromEntries(workspaces), null, 2));
}
