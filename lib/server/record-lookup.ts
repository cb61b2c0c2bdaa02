import type { NextRequest } from 'next/server';
import { settings } from '@/lib/env';
import { nowAt } from './clock';
import { readerOf } from './guard';
import { findReadableRecord } from './readable-record';
import type { KeyedRecord } from './route';
import { asSession } from './session';
import { sessionCookieName } from './session-cookie';
import { isSecretToken } from './sign-in/secret-token';
import { findSessionOfToken } from './sign-in/session-token';

/** Whether the page of a record is there for this reader; without a session the page itself leads to sign-in. */
export async function isRecordThere(request: NextRequest, record: KeyedRecord): Promise<boolean> {
  const token = request.cookies.get(sessionCookieName(settings().siteUrl))?.value;
  const session = isSecretToken(token) ? await findSessionOfToken(token, nowAt()) : undefined;
  if (!session) return true;
  const reader = readerOf(asSession(session));
  return reader !== undefined && (await findReadableRecord(reader, record)) !== undefined;
}
