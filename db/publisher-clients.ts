import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { read, type Transaction, write } from './client';
import { publisherAccessTokens, publisherClients, publisherSecrets } from './schema';
import type { JobScope } from './scope';

export type PublisherClient = typeof publisherClients.$inferSelect;

export async function findPublisherClient(_scope: JobScope, publisherId: string): Promise<PublisherClient | undefined> {
  const [found] = await read((db) =>
    db.select().from(publisherClients).where(eq(publisherClients.publisherId, publisherId)),
  );
  return found;
}

/** The publisher's program, which cannot call yet: it needs a secret. */
export async function savePublisherClient(_scope: JobScope, client: PublisherClient) {
  return write((tx) => tx.insert(publisherClients).values(client));
}

export type NewAccessToken = {
  readonly clientId: string;
  readonly secretHash: string;
  readonly tokenHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/**
 * No scope: the secret, of which this is the SHA-256, is the claim. Exchanges it for an access token, of which the hash
 * is kept, and sweeps those that are over.
 */
export async function saveAccessToken(token: NewAccessToken): Promise<Outcome<void, 'invalid_client' | 'busy'>> {
  const saved = await write(async (tx): Promise<Outcome<void, 'invalid_client'>> => {
    const secretId = await findActiveSecret(tx, token);
    if (secretId === undefined) return refuse('invalid_client');
    const { tokenHash, createdAt, expiresAt } = token;
    await tx.delete(publisherAccessTokens).where(lte(publisherAccessTokens.expiresAt, createdAt));
    await tx.insert(publisherAccessTokens).values({ tokenHash, secretId, createdAt, expiresAt });
    return accept(undefined);
  });
  return saved.ok ? saved.value : saved;
}

async function findActiveSecret(tx: Transaction, { clientId, secretHash }: NewAccessToken) {
  const [found] = await tx
    .select({ id: publisherSecrets.id })
    .from(publisherSecrets)
    .where(
      and(
        eq(publisherSecrets.secretHash, secretHash),
        eq(publisherSecrets.clientId, clientId),
        isNull(publisherSecrets.revokedAt),
      ),
    );
  return found?.id;
}

/** No scope: the token, of which this is the SHA-256, is the claim. Answers whose program calls. */
export async function findPublisherOfToken(tokenHash: string, nowAt: number): Promise<string | undefined> {
  const [found] = await read((db) =>
    db
      .select({ publisherId: publisherClients.publisherId })
      .from(publisherAccessTokens)
      .innerJoin(publisherSecrets, eq(publisherSecrets.id, publisherAccessTokens.secretId))
      .innerJoin(publisherClients, eq(publisherClients.id, publisherSecrets.clientId))
      .where(
        and(
          eq(publisherAccessTokens.tokenHash, tokenHash),
          gt(publisherAccessTokens.expiresAt, nowAt),
          isNull(publisherAccessTokens.revokedAt),
          isNull(publisherSecrets.revokedAt),
        ),
      ),
  );
  return found?.publisherId;
}
