import type { StepUpReason } from '@/lib/domain/step-up';
import type { Typed } from '@/lib/domain/task-state';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Session } from './session';
import { keptOrNew } from './sign-in/destination';
import { STEP_UP_MINUTES } from './sign-in/limits';
import { findAnchor, findOwnPath } from './sign-in/own-path';

const STEP_UP_MS = STEP_UP_MINUTES * 60_000;

/** Where the form stood: in which language, on which own path with its query, at which anchor, under which name. */
export type FormPlace = { readonly locale: Locale; readonly here: string; readonly at: string; readonly form: string };

/** The place that a form names in its hidden fields, and its other fields. */
export function splitPlace({ locale = '', here = '', at = '', form = '', ...fields }: Typed): {
  readonly place: FormPlace;
  readonly fields: Typed;
} {
  const known = isLocale(locale) ? locale : SOURCE_LOCALE;
  const path = findOwnPath(here)?.path ?? `/${known}/help`;
  return { place: { locale: known, here: path, at: findAnchor(at) ?? '', form }, fields };
}

/** Whether the person proved within the last minutes who they are. */
export function isFresh({ authenticatedAt }: Session, now: number): boolean {
  return now - authenticatedAt <= STEP_UP_MS;
}

/** Where a form leads whose session has ended: what was typed is there after signing in. */
export async function signInPath(place: FormPlace, typed: Typed): Promise<string> {
  return `/${place.locale}/sign-in?${await keptQuery(place, typed, undefined)}&notice=session_ended`;
}

/** Where the person shows again who they are; what was typed comes back to nobody else. */
export async function stepUpPath(
  place: FormPlace,
  typed: Typed,
  { personId, reason }: { readonly personId: string; readonly reason: StepUpReason },
): Promise<string> {
  return `/${place.locale}/sign-in/again?${await keptQuery(place, typed, personId)}&for=${reason}`;
}

async function keptQuery(
  { locale, here, at }: FormPlace,
  { kept, ...typed }: Typed,
  personId: string | undefined,
): Promise<string> {
  const found = await keptOrNew(kept, { locale, path: here, anchor: at, typed, personId });
  return found.ok ? `kept=${found.value}` : `to=${encodeURIComponent(here)}`;
}
