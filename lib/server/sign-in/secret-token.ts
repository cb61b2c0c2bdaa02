import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, 43 characters that need no escaping in an address. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: what the database keeps of a token. Unsalted, since a token of 256 bits cannot be guessed. */
export function hashSecretToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function isSecretToken(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{43}$/.test(text);
}
