import { createHash } from 'node:crypto';
import { settings } from '@/lib/env';

/** What devices bind a passkey to: the site's name, its host, and the one origin a signature may come from. */
export function relyingParty() {
  const { siteUrl } = settings();
  return { name: 'Stegvis', id: new URL(siteUrl).hostname, origin: siteUrl };
}

/** What a device keeps in place of a person's id, which may be a name: always the same 32 octets. */
export function passkeyOwner(personId: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(personId).digest());
}
