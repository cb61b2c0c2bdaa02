import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, House } from './call';

const address = z.url({ protocol: /^https?$/ });
const visit = { idempotencyKey: z.string().min(1).max(200), locale: z.string().max(35), returnUrl: address };

const asked = z.strictObject({ ...visit, payer: z.string().max(300), cancelUrl: address });

const approvalAsked = z.strictObject({
  ...visit,
  reference: z.string().regex(/^[\w.]{1,200}_\d{1,20}(\.\d{1,4})?_[A-Z]{3}$/),
});

/** A merchant's machine: opens a visit, and later asks what came of it. */
export function answerMerchant(call: Call, room: 'setup-sessions' | 'approvals', id: string, house: House): Answer {
  if (!isMerchant(call, house.settings.secret)) return json(401, { error: 'unauthorized' });
  if (call.method === 'POST' && id === '') {
    const url = room === 'approvals' ? openVisit(call, house) : openSession(call, house);
    return url ? json(201, url) : json(400, { error: 'malformed' });
  }
  if (call.method !== 'GET' || id === '') return json(405, { error: 'method_not_allowed' });
  if (room === 'approvals') return json(200, { status: house.approvals.answerOf(id) ?? 'open' });
  const session = house.sessions.find(id);
  if (!session) return json(200, { status: 'gone' });
  return json(200, session.card ? { status: 'complete', card: session.card } : { status: 'open' });
}

function openSession(call: Call, { sessions, settings }: House) {
  const read = asked.safeParse(parseJson(call.body));
  if (!read.success) return undefined;
  const { id } = sessions.open(read.data);
  return { id, url: `${settings.origin}/pay/${id}` };
}

function openVisit(call: Call, { approvals, settings }: House) {
  const read = approvalAsked.safeParse(parseJson(call.body));
  if (!read.success) return undefined;
  const { id } = approvals.open(read.data);
  return { id, url: `${settings.origin}/approve/${id}` };
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
