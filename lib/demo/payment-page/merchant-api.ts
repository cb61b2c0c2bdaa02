import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, House } from './call';

const asked = z.strictObject({
  idempotencyKey: z.string().min(1).max(200),
  locale: z.string().max(35),
  payer: z.string().max(300),
  returnUrl: z.url({ protocol: /^https?$/ }),
  cancelUrl: z.url({ protocol: /^https?$/ }),
});

/** A merchant's machine: opens a session, and later asks what came of it. */
export function answerMerchant(call: Call, id: string, { sessions, settings }: House): Answer {
  if (!isMerchant(call, settings.secret)) return json(401, { error: 'unauthorized' });
  if (call.method === 'POST' && id === '') {
    const read = asked.safeParse(parseJson(call.body));
    if (!read.success) return json(400, { error: 'malformed' });
    const session = sessions.open(read.data);
    return json(201, { id: session.id, url: `${settings.origin}/pay/${session.id}` });
  }
  if (call.method !== 'GET' || id === '') return json(405, { error: 'method_not_allowed' });
  const session = sessions.find(id);
  if (!session) return json(200, { status: 'gone' });
  return json(200, session.card ? { status: 'complete', card: session.card } : { status: 'open' });
}

function isMerchant({ headers }: Call, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${secret}`));
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
