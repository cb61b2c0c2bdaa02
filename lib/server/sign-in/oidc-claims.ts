import type { UserinfoEndpointHandler } from 'next-auth/providers/oauth';
import { z } from 'zod';

const claims = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  name: z.string().optional(),
  email_verified: z.unknown().optional(),
  /** When the person last proved there who they are, in epoch seconds. */
  auth_time: z.number().optional(),
  /** Microsoft Entra ID's word for an address whose domain the organization owns; an optional claim there. */
  xms_edov: z.unknown().optional(),
});

/** What the provider says about the person who came back. */
export type Claims = z.infer<typeof claims>;

/** Throws where there is no subject. */
export function parseClaims(told: unknown): Claims {
  return claims.parse(told);
}

/**
 * Claims of the ID token, which next-auth has verified by now. A provider may keep the address for its userinfo
 * endpoint, as the standard has it: then that is asked, and must speak of the same subject.
 */
export const readClaims: UserinfoEndpointHandler['request'] = async ({ tokens, client }) => {
  const told = claims.parse(JSON.parse(Buffer.from(tokens.id_token?.split('.')[1] ?? '', 'base64url').toString()));
  if (told.email !== undefined || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) return told;
  const asked = claims.parse(await client.userinfo(tokens.access_token));
  if (asked.sub !== told.sub) throw new Error('the userinfo endpoint speaks of somebody else');
  return { ...asked, ...told };
};

/** Whether the provider vouches that the person reads mail at this address. */
export function isEmailVerified({ email_verified, xms_edov }: Pick<Claims, 'email_verified' | 'xms_edov'>): boolean {
  return [email_verified, xms_edov].some((claim) => claim === true || claim === 'true' || claim === 1 || claim === '1');
}

/**
 * When the person proved at the provider who they are. A sign-in that the provider lets pass by what it remembers is no
 * fresh proof, and one it says nothing about is taken for none.
 */
export function provenAtOf({ auth_time = 0 }: Pick<Claims, 'auth_time'>): number {
  return auth_time * 1000;
}

const CLOCKS_APART_MS = 60_000;

/**
 * Whether the person proved at the provider who they are after being sent there, when that was asked for. A provider
 * that does not say when is taken at its word: it was told to ask, and the answer was made for this very request.
 */
export function isProvenSince({ auth_time }: Pick<Claims, 'auth_time'>, sentAt: number): boolean {
  return auth_time === undefined || auth_time * 1000 >= sentAt - CLOCKS_APART_MS;
}
