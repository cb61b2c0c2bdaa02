import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { write } from './client';
import { passkeyChallenges } from './schema';

/** What a signed challenge is good for: adding a passkey, signing in, or showing again who one is. */
export type PasskeyPurpose = 'add' | 'sign_in' | 'again';

/** `personId` is null exactly where the purpose is to sign in. */
export type ChallengeUse = {
  readonly challengeHash: string;
  readonly purpose: PasskeyPurpose;
  readonly personId: string | null;
};

/** Saves it, and sweeps those that are over. */
export async function saveChallenge(
  challenge: ChallengeUse & { readonly createdAt: number; readonly expiresAt: number },
) {
  return write(async (tx) => {
    await tx.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, challenge.createdAt));
    await tx.insert(passkeyChallenges).values(challenge);
  });
}

/** Uses the challenge up; false when it is unknown, over, used, or meant for something or somebody else. */
export async function consumeChallenge({ challengeHash, purpose, personId }: ChallengeUse, nowAt: number) {
  return write(async (tx): Promise<boolean> => {
    const isMeant = and(
      eq(passkeyChallenges.challengeHash, challengeHash),
      eq(passkeyChallenges.purpose, purpose),
      personId === null ? isNull(passkeyChallenges.personId) : eq(passkeyChallenges.personId, personId),
      gt(passkeyChallenges.expiresAt, nowAt),
    );
    const consumed = await tx.delete(passkeyChallenges).where(isMeant).returning();
    return consumed.length > 0;
  });
}
