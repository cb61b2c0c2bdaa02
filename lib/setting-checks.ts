import { z } from 'zod';

/** A number that something can listen on. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65535);

/** This machine itself, and no other. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

/** 32 bytes or more, of at least 10 different characters: a repeated word is not a secret. */
export function isStrong(secret: string): boolean {
  return Buffer.byteLength(secret) >= 32 && new Set(secret).size >= 10;
}

export function isAesKey(text: string): boolean {
  return [16, 24, 32].includes(Buffer.from(text, 'base64').length);
}

export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

export function isSecureOrigin(text: string): boolean {
  return isSecureUrl(text) && [new URL(text).origin, `${new URL(text).origin}/`].includes(text);
}
