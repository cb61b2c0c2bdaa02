import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type Reader, read, type Transaction, write } from './client';
import { newId } from './ids';
import type { PublisherClient } from './publisher-clients';
import { publisherAccessTokens, publisherClients, publisherSecrets, publishers } from './schema';
import type { JobScope } from './scope';

const SLOTS = [1, 2] as const;

type NewSecret = { readonly clientId: string; readonly secretHash: string; readonly createdAt: number };

/** A further secret. `secrets_full`: two are active already, and one of them must be revoked first. */
export async function saveClientSecret(
  _scope: JobScope,
  secret: NewSecret,
): Promise<Outcome<string, 'secrets_full' | 'busy'>> {
  const saved = await write((tx) => insertSecret(tx, secret));
  return saved.ok ? saved.value : saved;
}

/** The same for a publisher whose program may not be known yet: `asNew` is what it is known as from then on. */
export async function savePublisherSecret(
  _scope: JobScope,
  { asNew, secretHash }: { readonly asNew: PublisherClient; readonly secretHash: string },
): Promise<Outcome<PublisherClient, 'secrets_full' | 'busy'>> {
  const saved = await write(async (tx): Promise<Outcome<PublisherClient, 'secrets_full'>> => {
    await tx.insert(publisherClients).values(asNew).onConflictDoNothing({ target: publisherClients.publisherId });
    const [client = asNew] = await tx
      .select()
      .from(publisherClients)
      .where(eq(publisherClients.publisherId, asNew.publisherId));
    const inserted = await insertSecret(tx, { clientId: client.id, secretHash, createdAt: asNew.createdAt });
    return inserted.ok ? accept(client) : inserted;
  });
  return saved.ok ? saved.value : saved;
}

async function insertSecret(tx: Transaction, secret: NewSecret): Promise<Outcome<string, 'secrets_full'>> {
  const taken = await selectActive(tx, secret.clientId);
  const slot = SLOTS.find((free) => taken.every((row) => row.slot !== free));
  if (slot === undefined) return refuse('secrets_full');
  const id = newId();
  await tx.insert(publisherSecrets).values({ id, slot, ...secret });
  return accept(id);
}

/** The publisher as it is registered, with its program, if it has one, and when its secrets in use were made. */
export async function findPublisherAccess(_scope: JobScope, publisherId: string) {
  return read(async (db) => {
    const [found] = await db
      .select({ publisher: publishers, client: publisherClients })
      .from(publishers)
      .leftJoin(publisherClients, eq(publisherClients.publisherId, publishers.id))
      .where(eq(publishers.id, publisherId));
    const active = found?.client ? await selectActive(db, found.client.id) : [];
    return found && { ...found, secretsMadeAt: active.map(({ createdAt }) => createdAt) };
  });
}

/** Those in use, the newest first. */
async function selectActive(db: Reader, clientId: string) {
  return db
    .select()
    .from(publisherSecrets)
    .where(isActiveOf(clientId))
    .orderBy(desc(publisherSecrets.createdAt), desc(publisherSecrets.id));
}

/** Nothing gets in with the client's secrets any more, nor with the access tokens they were exchanged for. */
export async function revokeClientSecrets(_scope: JobScope, clientId: string, revokedAt: number) {
  return write((tx) => revoke(tx, { clientId, keptId: null, revokedAt }));
}

/** The same for all but the newest. Answers how many those were. */
export async function revokeOlderSecrets(_scope: JobScope, clientId: string, revokedAt: number) {
  return write(async (tx) => {
    const [newest] = await selectActive(tx, clientId);
    return newest ? revoke(tx, { clientId, keptId: newest.id, revokedAt }) : 0;
  });
}

type Revocation = { readonly clientId: string; readonly keptId: string | null; readonly revokedAt: number };

async function revoke(tx: Transaction, { clientId, keptId, revokedAt }: Revocation): Promise<number> {
  const revoked = await tx
    .update(publisherSecrets)
    .set({ revokedAt })
    .where(and(isActiveOf(clientId), ne(publisherSecrets.id, keptId ?? '')))
    .returning({ id: publisherSecrets.id });
  const ids = revoked.map(({ id }) => id);
  await tx
    .update(publisherAccessTokens)
    .set({ revokedAt })
    .where(and(inArray(publisherAccessTokens.secretId, ids), isNull(publisherAccessTokens.revokedAt)));
  return ids.length;
}

function isActiveOf(clientId: string) {
  return and(eq(publisherSecrets.clientId, clientId), isNull(publisherSecrets.revokedAt));
}
