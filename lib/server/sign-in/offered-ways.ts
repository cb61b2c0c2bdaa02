import type { OfferedWays } from '@/db/sign-in-ways';
import { isMailOn } from '@/lib/server/mail';
import { findIdentityProvider } from './identity-provider';

/** The ways to sign in that this site offers to everybody. */
export function offeredWays(): OfferedWays {
  return { isMailOn: isMailOn(), provider: findIdentityProvider()?.issuer };
}
