import { saveAccessToken } from '@/db/publisher-clients';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { hashSecretToken, newSecretToken } from './sign-in/secret-token';

export const ACCESS_TOKEN_SECONDS = 3600;

/** Exchanges a client's secret for an access token that lives an hour. Answers the only copy of the token. */
export async function issueAccessToken(
  clientId: string,
  secret: string,
  now: number,
): Promise<Outcome<string, 'invalid_client' | 'busy'>> {
  const token = newSecretToken();
  const saved = await saveAccessToken({
    clientId,
    secretHash: hashSecretToken(secret),
    tokenHash: hashSecretToken(token),
    createdAt: now,
    expiresAt: now + ACCESS_TOKEN_SECONDS * 1000,
  });
  return saved.ok ? accept(token) : saved;
}
