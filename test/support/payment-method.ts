import { expect, vi } from 'vitest';
import {
  enterCard,
  replacePaymentMethod,
  reviewPaymentMethod,
} from '@/app/[locale]/_tasks/replace-payment-method/action';
import { newId } from '@/db/ids';
import { findPayingProfile } from '@/db/paying-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { at } from './database';
import { enterCardAt, pageClock, type typed } from './payment-page';
import { type Fields, formOf, signIn, submit } from './submit';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

export const now = at('2026-11-22');
export const profileId = 'nordlys-office';
export const here = `/sv-SE/billing/profiles/${profileId}?do=replace-payment-method`;
const place = { locale: 'sv-SE', here, at: 'replace-payment-method' };

export const ACTIONS = { enterCard, reviewPaymentMethod, replacePaymentMethod };

type Circumstances = { readonly by?: string; readonly moment?: number; readonly signedInAt?: number };

/** Sends a form of the task as a person who signed in at `moment`, the page's clock showing the same. */
export async function send(
  name: keyof typeof ACTIONS,
  fields: Fields,
  { by = 'maja-sandberg', moment = now, signedInAt = moment }: Circumstances = {},
) {
  pageClock.now = moment;
  const who = { session: await signIn(by, signedInAt), now: moment };
  return submit<string>(ACTIONS[name] as typeof enterCard, formOf({ ...place, profile: profileId, ...fields }), who);
}

/** The version that a page shown now is made from. */
export async function versionNow(): Promise<string> {
  const profile = await findPayingProfile(scopeOf('maja-sandberg'), profileId);
  return String(profile?.version);
}

/** To the provider's page and back with a card. Answers the visit's key. */
export async function giveCard(
  role: 'primary' | 'backup' = 'primary',
  card: Partial<typeof typed> = {},
): Promise<string> {
  const key = newId();
  const away = await send('enterCard', { role, key });
  const back = await enterCardAt('goTo' in away ? away.goTo : '', card);
  expect(back).toMatchObject({
    status: 303,
    location: `http://localhost:3000${here}&setup=${key}#replace-payment-method`,
  });
  return key;
}

/** Reviewed and confirmed. Answers what the last form did. */
export async function confirm(key: string, fields: Fields) {
  const all = { key, version: await versionNow(), ...fields };
  expect(await send('reviewPaymentMethod', all)).toEqual({ goTo: `${here}&preview=${key}#review` });
  return send('replacePaymentMethod', all);
}
