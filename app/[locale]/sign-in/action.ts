'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { read } from '@/db/client';
import { findPerson } from '@/db/people';
import { parseEmail } from '@/lib/domain/email-address';
import { settings } from '@/lib/env';
import { type FormPlace, publicAction } from '@/lib/server/action';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { isMailOn } from '@/lib/server/mail';
import { findSessionToken, saveSessionToken, startSession } from '@/lib/server/session';
import { keptOrNew, landingUrl } from '@/lib/server/sign-in/destination';
import { redeemMagicLink, requestMagicLink } from '@/lib/server/sign-in/magic-link';
import type { SignInCode } from './sign-in-code';

const kept = z.string().optional();

const failed = (code: SignInCode, field: string | null = null) => ({ errors: [{ field, code }] });

/** One click, for the made-up people of a demo. */
export const signInAsDemoPerson = publicAction({
  input: z.object({ personId: z.string(), kept }),
  run: async ({ input, place }) => {
    if (settings().mode !== 'demo') return failed('demo_off');
    const person = await read((db) => findPerson(db, input.personId));
    if (!person) return failed('person_unknown');
    const destination = await keptOrNew(input.kept, going(place));
    if (!destination.ok) return failed(destination.refusal);
    const started = await startSession(person.id);
    return started.ok ? { goTo: await landingUrl(place.locale, destination.value) } : failed(started.refusal);
  },
});

/** Answers the same whether or not the address belongs to somebody. */
export const sendMagicLink = publicAction({
  input: z.object({ email: z.string(), kept }),
  run: async ({ input, place }) => {
    if (!isMailOn()) return failed('mail_off');
    const email = parseEmail(input.email);
    if (!email.ok) return failed(email.refusal, 'email');
    const destination = await keptOrNew(input.kept, going(place));
    if (!destination.ok) return failed(destination.refusal);
    const link = { email: email.value, locale: place.locale, destinationId: destination.value };
    const requested = await requestMagicLink(link);
    if (!requested.ok) return failed(requested.refusal);
    after(drainOutbox);
    return { goTo: `/${place.locale}/sign-in/sent?kept=${destination.value}` };
  },
});

/** Uses the link up. Opening it does not: mail programs do that on their own. */
export const confirmMagicLink = publicAction({
  input: z.object({ token: z.string(), kept }),
  run: async ({ input, place }) => {
    const redeemed = await redeemMagicLink(input, await findSessionToken());
    if (!redeemed.ok) return failed(redeemed.refusal);
    await saveSessionToken(redeemed.value.sessionToken);
    return { goTo: await landingUrl(place.locale, redeemed.value.destinationId) };
  },
});

function going({ locale, here, at }: FormPlace) {
  return { locale, path: here, anchor: at };
}
