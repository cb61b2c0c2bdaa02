'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { type FormPlace, publicAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { endSession, findSession, findSessionToken, saveSessionToken } from '@/lib/server/session';
import { acceptByLink, acceptOwn } from '@/lib/server/sign-in/invitation';
import { isSecretToken } from '@/lib/server/sign-in/secret-token';
import type { InvitationCode } from './invitation-code';

const failed = (code: InvitationCode) => ({
  errors: [{ field: code.startsWith('name_') ? 'name' : null, code }],
});

/** Uses the invitation up, makes the person a member and signs them in: the link came by mail, so it proves the address. */
export const acceptInvitation = publicAction({
  input: z.object({ token: z.string(), name: z.string().default('') }),
  run: async ({ input: { token, name }, place }) => {
    if (!isSecretToken(token)) return failed('invitation_not_usable');
    const accepted = await acceptByLink(
      { token, name, locale: place.locale },
      { signedIn: await findSession(), replacedToken: await findSessionToken() },
    );
    if (!accepted.ok) return failed(accepted.refusal);
    await saveSessionToken(accepted.value);
    after(drainOutbox);
    return goToApps(place);
  },
});

/** Accepts an invitation that waits for the person who is signed in; they proved the address before. */
export const acceptOwnInvitation = publicAction({
  input: z.object({ invitation: z.string() }),
  run: async ({ input, place }) => {
    const session = await findSession();
    if (!session) return { goTo: `/${place.locale}/sign-in?to=/${place.locale}/account` };
    const accepted = await acceptOwn(input.invitation, session, place.locale);
    if (!accepted.ok) return failed(accepted.refusal);
    after(drainOutbox);
    return goToApps(place);
  },
});

/** Ends the session of this browser and comes back to the invitation, which is for somebody else. */
export const signOutForInvitation = publicAction({
  input: z.object({ token: z.string() }),
  run: async ({ input: { token }, place }) => {
    if (!isSecretToken(token)) return failed('invitation_not_usable');
    const ended = await endSession();
    return ended.ok ? { goTo: `/${place.locale}/sign-in/invitation?token=${token}` } : failed(ended.refusal);
  },
});

function goToApps({ locale }: FormPlace) {
  return { goTo: `/${locale}/apps` };
}
