import { savePortalVisit } from '@/db/purchase-tokens';
import type { OrgScope } from '@/db/scope';
import { accept, type Outcome } from '@/lib/domain/outcome';
import type { PortalIntent, PortalRefusal } from '@/lib/domain/publisher-portal';
import { hashSecretToken, newSecretToken } from './sign-in/secret-token';

export type OpenPortalRequest = {
  readonly subscriptionId: string;
  readonly wish: Exclude<PortalIntent, 'activate'>;
  readonly now: number;
};

/** Makes the token that the reader takes to the publisher's portal. Answers its only copy; an older one is void. */
export async function openPublisherPortal(
  scope: OrgScope,
  request: OpenPortalRequest,
): Promise<Outcome<string, 'not_found' | PortalRefusal | 'busy'>> {
  const token = newSecretToken();
  const saved = await savePortalVisit(scope, { ...request, tokenHash: hashSecretToken(token) });
  return saved.ok ? accept(token) : saved;
}
