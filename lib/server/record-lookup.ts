import type { NextRequest } from 'next/server';
import type { Permission } from '@/lib/domain/roles';
import { settings } from '@/lib/env';
import { realNowAt } from './clock';
import { readerOf, staffMemberOf } from './guard';
import { findReadableRecord } from './readable-record';
import { logRefused } from './refused';
import type { KeyedRecord } from './route';
import { asSession, type Session } from './session';
import { sessionCookieName } from './session-cookie';
import { isSecretToken } from './sign-in/secret-token';
import { findSessionOfToken } from './sign-in/session-token';

/** Whether the page of a record is there for this reader; without a session the page itself leads to sign-in. */
export async function isRecordThere(request: NextRequest, record: KeyedRecord): Promise<boolean> {
  const session = await findSessionOf(request);
  if (!session) return true;
  const reader = readerOf(session);
  const isThere = reader !== undefined && (await findReadableRecord(reader, record)) !== undefined;
  if (!isThere) logRefused(session, 'not_found', record.kind);
  return isThere;
}

/** Whether a page of the operator's own is there for who is asking; without a session it leads to sign-in. */
export async function isStaffPageThere(request: NextRequest, permission: Permission): Promise<boolean> {
  const session = await findSessionOf(request);
  if (!session || staffMemberOf(session, permission)) return true;
  logRefused(session, 'permission_missing', permission);
  return false;
}

async function findSessionOf(request: NextRequest): Promise<Session | undefined> {
  const token = request.cookies.get(sessionCookieName(settings().siteUrl))?.value;
  const live = isSecretToken(token) ? await findSessionOfToken(token, realNowAt()) : undefined;
  return live && asSession(live);
}
