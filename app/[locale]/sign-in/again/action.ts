'use server';

import { after } from 'next/server';
import { z } from 'zod';
import type { SignInCode } from '@/app/[locale]/sign-in/sign-in-code';
import { settings } from '@/lib/env';
import { accountAction } from '@/lib/server/action';
import type { FormPlace } from '@/lib/server/action-place';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { isMailOn } from '@/lib/server/mail';
import { findSessionToken, saveSessionToken, startSession } from '@/lib/server/session';
import { keptOrNew, landingUrl } from '@/lib/server/sign-in/destination';
import { requestMagicLink } from '@/lib/server/sign-in/magic-link';
import { askToSign, signInByPasskey } from '@/lib/server/sign-in/passkeys';
import { findUserAgent } from '@/lib/server/user-agent';

const kept = z.string().optional();

const failed = (code: SignInCode) => ({ errors: [{ field: null, code }] });

/** One click, for the made-up people of a demo. */
export const confirmAsDemoPerson = accountAction({
  input: z.object({ kept }),
  run: async ({ session, input, place }) => {
    if (settings().mode !== 'demo') return failed('demo_off');
    const destination = await keptOrNew(input.kept, going(place, session.personId));
    if (!destination.ok) return failed(destination.refusal);
    const started = await startSession(session.personId);
    if (!started.ok) return failed(started.refusal);
    return { goTo: await landingUrl(place.locale, destination.value, session.personId) };
  },
});

/** Sends a link to the person's own address. */
export const sendOwnMagicLink = accountAction({
  input: z.object({ kept }),
  run: async ({ session, input, place }) => {
    if (!isMailOn()) return failed('mail_off');
    const destination = await keptOrNew(input.kept, going(place, session.personId));
    if (!destination.ok) return failed(destination.refusal);
    const link = { email: session.email, locale: place.locale, destinationId: destination.value };
    const requested = await requestMagicLink(link);
    if (!requested.ok) return failed(requested.refusal);
    after(drainOutbox);
    return { goTo: `/${place.locale}/sign-in/sent?kept=${destination.value}` };
  },
});

/** What one of the person's own devices must sign, for the form's script to hand over. */
export const askForOwnPasskey = accountAction({
  input: z.object({ kept }),
  run: async ({ scope }) => {
    const asked = await askToSign(scope);
    return asked.ok ? { filled: { options: asked.value } } : failed(asked.refusal);
  },
});

/** Takes the signature of one of the person's own passkeys. */
export const confirmWithPasskey = accountAction({
  input: z.object({ answer: z.string(), kept }),
  run: async ({ session, scope, input, place }) => {
    const destination = await keptOrNew(input.kept, going(place, session.personId));
    if (!destination.ok) return failed(destination.refusal);
    const browser = { replacedToken: await findSessionToken(), userAgent: await findUserAgent() };
    const signed = await signInByPasskey(input.answer, browser, scope);
    if (!signed.ok) return failed(signed.refusal);
    await saveSessionToken(signed.value.sessionToken);
    return { goTo: await landingUrl(place.locale, destination.value, session.personId) };
  },
});

function going({ locale, here, at }: FormPlace, personId: string) {
  return { locale, path: here, anchor: at, personId };
}
