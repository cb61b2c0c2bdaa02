'use server';

import { z } from 'zod';
import { unlinkLogin } from '@/db/logins';
import { listNotificationChoices, saveNotificationChoices } from '@/db/notification-choices';
import { removePasskey, renamePasskey } from '@/db/passkeys';
import { saveOwnDetails } from '@/db/people';
import { endOwnSession } from '@/db/sessions';
import { listChanges } from '@/lib/domain/notifications';
import { accountAction, publicAction } from '@/lib/server/action';
import type { FormPlace } from '@/lib/server/action-place';
import { endAllSessions, endSession, findSession } from '@/lib/server/session';
import { offeredWays } from '@/lib/server/sign-in/offered-ways';
import { addPasskeyOf, askToAdd } from '@/lib/server/sign-in/passkeys';
import type { AccountCode, AccountNotice } from './account-code';
import { readDetails, readPasskeyName } from './typed-details';

const failed = (code: AccountCode, field: string | null = null) => ({ errors: [{ field, code }] });

/** Ends the session of this browser. */
export const signOut = publicAction({
  input: z.object({}),
  run: async ({ place }) => ((await endSession()).ok ? goHome(place) : failed('busy')),
});

/** Ends every session of the person, in whatever browser. Nothing to do for somebody who is signed out already. */
export const signOutEverywhere = publicAction({
  input: z.object({}),
  run: async ({ place }) => {
    const session = await findSession();
    const ended = session ? await endAllSessions(session.personId) : await endSession();
    return ended.ok ? goHome(place) : failed('busy');
  },
});

/** Ends one of the person's sessions, at once. */
export const endOneSession = accountAction({
  input: z.strictObject({ session: z.uuid() }),
  run: async ({ scope, input, place }) => {
    const ended = await endOwnSession(scope, input.session);
    if (!ended.ok) return failed(ended.refusal);
    return ended.value > 0 ? said('session_ended', place) : failed('not_found');
  },
});

/** Saves name, language and time zone, and goes on in that language. */
export const saveDetails = accountAction({
  input: z.strictObject({ name: z.string(), language: z.string(), timeZone: z.string() }),
  run: async ({ scope, input, place, now }) => {
    const details = readDetails(input);
    if (!details.ok) return details;
    const saved = await saveOwnDetails(scope, details.value, now);
    if (!saved.ok) return failed(saved.refusal);
    return said('details_saved', { ...place, locale: details.value.locale ?? place.locale });
  },
});

/** What the device must make a passkey for, for the form's script to hand over. */
export const askToAddPasskey = accountAction({
  stepUp: true,
  input: z.strictObject({ passkeyName: z.string() }),
  run: async ({ session, scope, input }) => {
    const name = readPasskeyName(input.passkeyName);
    if (!name.ok) return name;
    const asked = await askToAdd(scope, session);
    return asked.ok ? { filled: { options: asked.value } } : failed(asked.refusal);
  },
});

/** Adds the passkey that the device has made. */
export const addPasskey = accountAction({
  stepUp: true,
  input: z.strictObject({ passkeyName: z.string(), answer: z.string() }),
  run: async ({ scope, input, place }) => {
    const name = readPasskeyName(input.passkeyName);
    if (!name.ok) return name;
    const added = await addPasskeyOf(scope, { answer: input.answer, name: name.value });
    return added.ok ? said('passkey_added', place) : failed(added.refusal);
  },
});

/** What it is called tells passkeys apart, and opens nothing. */
export const renameOwnPasskey = accountAction({
  input: z.strictObject({ passkey: z.uuid(), newName: z.string() }),
  run: async ({ scope, input, place, now }) => {
    const name = readPasskeyName(input.newName, 'newName');
    if (!name.ok) return name;
    const renamed = await renamePasskey(scope, { id: input.passkey, name: name.value }, now);
    return renamed.ok ? said('passkey_renamed', place) : failed(renamed.refusal);
  },
});

export const removeOwnPasskey = accountAction({
  stepUp: true,
  input: z.strictObject({ passkey: z.uuid() }),
  run: async ({ scope, input, place, now }) => {
    const removed = await removePasskey(scope, input.passkey, offeredWays(), now);
    if (!removed.ok) return failed(removed.refusal);
    return removed.value.ok ? said('passkey_removed', place) : failed(removed.value.refusal);
  },
});

/** Unties an account at the identity provider. Linking one begins at `/sign-in/oidc`, since it leads to another site. */
export const unlinkOwnLogin = accountAction({
  stepUp: true,
  input: z.strictObject({ account: z.string().max(255) }),
  run: async ({ scope, input, place, now }) => {
    const offered = offeredWays();
    if (offered.provider === undefined) return failed('not_found');
    const account = { provider: offered.provider, providerAccountId: input.account };
    const unlinked = await unlinkLogin(scope, account, offered, now);
    if (!unlinked.ok) return failed(unlinked.refusal);
    return unlinked.value.ok ? said('login_unlinked', place) : failed(unlinked.value.refusal);
  },
});

/** A field `shown:<profile>` for every row, and `<kind>:<profile>` for every box that is ticked. */
export const chooseNotifications = accountAction({
  input: z.record(z.string(), z.string()),
  run: async ({ scope, input, place, now }) => {
    const changes = listChanges(input, await listNotificationChoices(scope));
    if (!changes.ok) return failed(changes.refusal);
    const saved = await saveNotificationChoices(scope, changes.value, now);
    if (!saved.ok) return failed(saved.refusal);
    return saved.value.ok ? said('notifications_saved', place) : failed(saved.value.refusal);
  },
});

function goHome({ locale }: FormPlace) {
  return { goTo: `/${locale}/help` };
}

function said(notice: AccountNotice, { locale, at }: FormPlace) {
  return { goTo: `/${locale}/account?notice=${notice}${at ? `#${at}` : ''}` };
}
