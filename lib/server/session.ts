import { cookies } from 'next/headers';
import { after } from 'next/server';
import { cache } from 'react';
import { write } from '@/db/client';
import type { LiveSession, MemberOrganization } from '@/db/sessions';
import { accept, type Outcome } from '@/lib/domain/outcome';
import type { ProfileRole, StaffRole } from '@/lib/domain/roles';
import { settings } from '@/lib/env';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { realNowAt } from './clock';
import { sessionCookieName, sessionCookieOptions } from './session-cookie';
import { findSuppliedSession } from './session-seam';
import { isSecretToken } from './sign-in/secret-token';
import {
  endSessionsOf,
  endTokenSession,
  findSessionOfToken,
  recordTokenSession,
  saveTokenSeen,
} from './sign-in/session-token';
import { findUserAgent } from './user-agent';

/** Who is asking. `organization` is undefined for a person who belongs nowhere yet. */
export type Session = {
  /** Names it in the person's own list of sessions; no secret. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** The language the person chose in their settings. */
  readonly locale: Locale | undefined;
  /** The time zone the person chose there. */
  readonly timeZone: string | undefined;
  readonly organization: MemberOrganization | undefined;
  /** By billing profile id, on profiles of their own organization only. */
  readonly profileRoles: Readonly<Record<string, ProfileRole>>;
  /** Of the operator's own people; mostly none. */
  readonly staffRoles: readonly StaffRole[];
  /** When the person last proved who they are. */
  readonly authenticatedAt: number;
};

/** The session of this request: one statement, once per rendered page. Undefined for a visitor. */
export async function findSession(): Promise<Session | undefined> {
  const supplied = findSuppliedSession();
  return supplied ? supplied.session : findCookieSession();
}

const findCookieSession = cache(async (): Promise<Session | undefined> => {
  const token = await findSessionToken();
  if (token === undefined) return undefined;
  const seenAt = realNowAt();
  const found = await findSessionOfToken(token, seenAt);
  if (found?.isDueToBeSeen) after(() => saveTokenSeen(token, seenAt));
  return found && asSession(found);
});

/** Signs the person in on this browser with a fresh token. Only in an action or a route handler. */
export async function startSession(personId: string): Promise<Outcome<void, 'busy'>> {
  const replaced = await findSessionToken();
  const userAgent = await findUserAgent();
  const started = await write((tx) => recordTokenSession(tx, personId, realNowAt(), replaced, userAgent));
  if (!started.ok) return started;
  return accept(await saveSessionToken(started.value));
}

/** Hands the browser its token. Only in an action or a route handler. */
export async function saveSessionToken(token: string): Promise<void> {
  const { siteUrl } = settings();
  (await cookies()).set(sessionCookieName(siteUrl), token, sessionCookieOptions(siteUrl));
}

/** The token that the browser sent, whether or not a session lives under it. */
export async function findSessionToken(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookieName(settings().siteUrl))?.value;
  return isSecretToken(token) ? token : undefined;
}

/** Signs this browser out. */
export async function endSession(): Promise<Outcome<void, 'busy'>> {
  const token = await findSessionToken();
  const ended = token === undefined ? accept(undefined) : await endTokenSession(token);
  return ended.ok ? accept(await forgetSessionToken()) : ended;
}

/** Signs the person out of every browser, this one included. */
export async function endAllSessions(personId: string): Promise<Outcome<void, 'busy'>> {
  const ended = await endSessionsOf(personId);
  return ended.ok ? accept(await forgetSessionToken()) : ended;
}

async function forgetSessionToken(): Promise<void> {
  const { siteUrl } = settings();
  (await cookies()).set(sessionCookieName(siteUrl), '', { ...sessionCookieOptions(siteUrl), maxAge: 0 });
}

/** The session as pages know it. */
export function asSession({
  id,
  person,
  organization,
  profileRoles,
  staffRoles,
  authenticatedAt,
}: LiveSession): Session {
  return {
    id,
    personId: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale !== null && isLocale(person.locale) ? person.locale : undefined,
    timeZone: person.timeZone ?? undefined,
    organization: organization ?? undefined,
    profileRoles,
    staffRoles,
    authenticatedAt,
  };
}

/** The time zone in which the person reads instants: their own, else the organization's. */
export function timeZoneOf({ timeZone, organization }: Session): string {
  return timeZone ?? organization?.timeZone ?? 'UTC';
}
