import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A new row's id. Ids are addresses, never secrets. */
export function newId(): string {
  return randomUUID();
}

/** SHA-256 as 64 hex digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function randomOctets(count: number): Uint8Array {
  return randomBytes(count);
}
