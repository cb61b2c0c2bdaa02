import { findPublisherOfToken } from '@/db/publisher-clients';
import { PublisherScope } from '@/db/scope-mint';
import { hashSecretToken, isSecretToken } from './sign-in/secret-token';

/** The publisher whose program calls, by its `Authorization` header; undefined where no living access token stands. */
export async function findPublisherScope(
  authorization: string | null,
  nowAt: number,
): Promise<PublisherScope | undefined> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (!isSecretToken(token)) return undefined;
  const publisherId = await findPublisherOfToken(hashSecretToken(token), nowAt);
  return publisherId === undefined ? undefined : new PublisherScope(publisherId);
}
