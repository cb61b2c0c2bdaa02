import type { NextRequest } from 'next/server';
import { settings } from '@/lib/env';
import { realNowAt } from './clock';
import { readerOf } from './guard';
import { findReadableRecord } from './readable-record';
import { logRefused } from './refused';
import type { KeyedRecord } from './route';
import { asSession } from './session';
import { sessionCookieName } from './session-cookie';
import { isSecretToken } from './sign-in/secret-token';
import { findSessionOfToken } from './sign-in/session-token';

/** Whether the page of a record is there for this reader; without a session the page itself leads to sign-in. */
export async function isRecordThere(request: NextRequest, record: KeyedRecord): Promise<boolean> {
  const token = request.cookies.get(sessionCookieName(settings().siteUrl))?.value;
  const live = isSecretToken(token) ? await findSessionOfToken(token, realNowAt()) : undefined;
  if (!live) return true;
  const session = asSession(live);
  const reader = readerOf(session);
  const isThere = reader !== undefined && (await findReadableRecord(reader, record)) !== undefined;
  if (!isThere) logRefused(session, 'not_found', record.kind);
  return isThere;
}
