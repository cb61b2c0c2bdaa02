import { newId } from '@/db/ids';
import {
  findPublisherAccess,
  revokeClientSecrets,
  revokeOlderSecrets,
  savePublisherSecret,
} from '@/db/publisher-secrets';
import { JobScope } from '@/db/scope-mint';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { realNowAt } from '@/lib/server/clock';
import { hashSecretToken, newSecretToken } from '@/lib/server/sign-in/secret-token';

const scope = new JobScope('publisher');

type Access = NonNullable<Awaited<ReturnType<typeof findPublisherAccess>>>;

/** How a publisher's program gets in: undefined where there is no such publisher. */
export function findAccess(publisherId: string): Promise<Access | undefined> {
  return findPublisherAccess(scope, publisherId);
}

/** A new client secret beside the one in use, for a program that is made where none is there. Answers its only copy. */
export async function mintSecret(
  publisherId: string,
): Promise<Outcome<{ readonly secret: string }, 'secrets_full' | 'busy'>> {
  const secret = newSecretToken();
  const asNew = { id: newId(), publisherId, tenantId: newId(), createdAt: realNowAt() };
  const saved = await savePublisherSecret(scope, { asNew, secretHash: hashSecretToken(secret) });
  return saved.ok ? accept({ secret }) : saved;
}

/** Closes what is older than the newest secret, or everything. `no_client`: there was never a secret. */
export async function revokeSecrets(
  { client }: Pick<Access, 'client'>,
  which: 'revoke-older' | 'revoke-all',
): Promise<Outcome<number, 'no_client' | 'busy'>> {
  if (!client) return refuse('no_client');
  const revoke = which === 'revoke-all' ? revokeClientSecrets : revokeOlderSecrets;
  return revoke(scope, client.id, realNowAt());
}
