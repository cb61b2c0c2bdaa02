'use server';

import { z } from 'zod';
import { type FormPlace, publicAction } from '@/lib/server/action';
import { endAllSessions, endSession, findSession } from '@/lib/server/session';

const busy = { errors: [{ field: null, code: 'busy' as const }] };

/** Ends the session of this browser. */
export const signOut = publicAction({
  input: z.object({}),
  run: async ({ place }) => ((await endSession()).ok ? goHome(place) : busy),
});

/** Ends every session of the person, in whatever browser. Nothing to do for somebody who is signed out already. */
export const signOutEverywhere = publicAction({
  input: z.object({}),
  run: async ({ place }) => {
    const session = await findSession();
    const ended = session ? await endAllSessions(session.personId) : await endSession();
    return ended.ok ? goHome(place) : busy;
  },
});

function goHome({ locale }: FormPlace) {
  return { goTo: `/${locale}/help` };
}
