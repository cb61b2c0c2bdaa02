import type { Transaction } from '@/db/client';
import {
  endSessionRow,
  endSessionRowsOf,
  findLiveSession,
  type LiveSession,
  recordSession,
  type SessionLimits,
  saveSessionSeen,
} from '@/db/sessions';
import { SESSION_LIFE_MS } from '@/lib/server/session-cookie';
import { hashSecretToken, newSecretToken } from './secret-token';

const IDLE_MS = 30 * 60_000;
const SEEN_EVERY_MS = 2 * 60_000;

export type TokenSession = LiveSession & { readonly isDueToBeSeen: boolean };

/** The session of a token, unless it has ended, is 12 hours old or was idle for 30 minutes. */
export async function findSessionOfToken(token: string, nowAt: number): Promise<TokenSession | undefined> {
  const live = await findLiveSession(hashSecretToken(token), sessionLimits(nowAt));
  return live && { ...live, isDueToBeSeen: nowAt - live.lastSeenAt >= SEEN_EVERY_MS };
}

/** Starts a session in the caller's transaction and ends the one it replaces. Answers the only copy of the token. */
export async function recordTokenSession(
  tx: Transaction,
  personId: string,
  startedAt: number,
  replacedToken: string | undefined,
  userAgent?: string,
): Promise<string> {
  const token = newSecretToken();
  await recordSession(tx, {
    tokenHash: hashSecretToken(token),
    personId,
    userAgent,
    startedAt,
    authenticatedAt: startedAt,
    expiresAt: startedAt + SESSION_LIFE_MS,
    replacesHash: replacedToken === undefined ? undefined : hashSecretToken(replacedToken),
  });
  return token;
}

/** Pushes the idle limit forward. */
export async function saveTokenSeen(token: string, nowAt: number) {
  return saveSessionSeen(hashSecretToken(token), sessionLimits(nowAt));
}

export async function endTokenSession(token: string) {
  return endSessionRow(hashSecretToken(token));
}

/** Ends all sessions of the person, whatever browser they live in. */
export async function endSessionsOf(personId: string) {
  return endSessionRowsOf(personId);
}

/** What a session must be younger than to live at `nowAt`. */
export function sessionLimits(nowAt: number): SessionLimits {
  return { nowAt, seenAfter: nowAt - IDLE_MS };
}
