import { and, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from './client';
import { logins, passkeys, people } from './schema';

/** What the site offers to everybody: links by mail, and accounts at one provider, named by its issuer. */
export type OfferedWays = { readonly isMailOn: boolean; readonly provider: string | undefined };

/** By how many ways the person can sign in: each linked account and passkey is one, links by mail are one. */
export async function countWays(db: Reader, personId: string, { isMailOn, provider }: OfferedWays): Promise<number> {
  const ofProvider = and(eq(logins.personId, personId), eq(logins.provider, provider ?? ''));
  const linked = await db.$count(logins, ofProvider);
  return linked + (await db.$count(passkeys, eq(passkeys.personId, personId))) + (isMailOn ? 1 : 0);
}

/** Whether the person has signed in at any time, by whatever way: then no other way becomes theirs unasked. */
export async function hasEverSignedIn(db: Reader, personId: string): Promise<boolean> {
  const isProven = and(eq(people.id, personId), isNotNull(people.emailVerifiedAt));
  const linked = await db.$count(logins, eq(logins.personId, personId));
  const added = await db.$count(passkeys, eq(passkeys.personId, personId));
  return linked + added + (await db.$count(people, isProven)) > 0;
}
