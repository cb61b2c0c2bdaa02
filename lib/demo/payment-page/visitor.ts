import type { Html } from '@/lib/demo/html';
import { approvalPage } from './approval-page';
import type { Answer, Call, House } from './call';
import { readCard } from './card-input';
import { cardPage, problemPage } from './pages';
import type { SetupSession } from './sessions';
import { chooseLanguage, type Language } from './words';

/** A browser: shows the form of a session, reads what was typed, and sends the reader back with a saved card. */
export function answerVisitor(call: Call, id: string, { sessions, settings, clock }: House): Answer {
  const session = sessions.find(id);
  const asked = call.url.searchParams.get('lang');
  const language = chooseLanguage(asked, session?.locale, call.headers['accept-language']);
  if (!session) return page(id === '' ? 404 : 410, problemPage(language, id === '' ? 'not_found' : 'gone'));
  if (session.card) return sendBack(session);
  if (call.method === 'GET') return form(200, language, session);
  if (call.method !== 'POST') return page(405, problemPage(language, 'not_found'));
  if (call.headers.origin !== settings.origin) return page(403, problemPage(language, 'other_site'));
  const typed = readTyped(call.body);
  const read = readCard(typed, new Date(clock()).toISOString().slice(0, 7));
  if ('faults' in read) {
    return page(422, cardPage({ language, session, faults: read.faults, kept: typed }), session.returnUrl);
  }
  sessions.complete(id, read.card, read.expiryMonth);
  return sendBack(session);
}

/** A payer whose bank wants an approval: asks, keeps the answer, and sends the reader back. */
export function answerPayer(call: Call, id: string, { approvals, settings }: House): Answer {
  const visit = approvals.find(id);
  const asked = call.url.searchParams.get('lang');
  const language = chooseLanguage(asked, visit?.locale, call.headers['accept-language']);
  if (!visit) return page(410, problemPage(language, 'approval_gone'));
  if (approvals.answerOf(visit.reference)) return sendBack(visit);
  if (call.method === 'GET') return page(200, approvalPage(language, visit), visit.returnUrl);
  if (call.method !== 'POST') return page(405, problemPage(language, 'not_found'));
  if (call.headers.origin !== settings.origin) return page(403, problemPage(language, 'other_site'));
  const given = new URLSearchParams(call.body ?? '').get('answer');
  if (given !== 'approve' && given !== 'refuse') return page(422, approvalPage(language, visit), visit.returnUrl);
  approvals.answer(id, given === 'approve' ? 'succeeded' : 'declined');
  return sendBack(visit);
}

function form(status: number, language: Language, session: SetupSession): Answer {
  const kept = { expiry: '', name: '' };
  return page(status, cardPage({ language, session, faults: {}, kept }), session.returnUrl);
}

function sendBack({ returnUrl }: Pick<SetupSession, 'returnUrl'>): Answer {
  return { status: 303, headers: { location: returnUrl, 'referrer-policy': 'no-referrer' }, body: '' };
}

/** A form's redirect may lead only to where the merchant wants the reader back. */
function page(status: number, { text }: Html, returnUrl?: string): Answer {
  const target = returnUrl === undefined ? '' : ` ${new URL(returnUrl).origin}`;
  const policy = `default-src 'none'; style-src 'self'; form-action 'self'${target}; base-uri 'none'; frame-ancestors 'none'`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
  };
  return { status, headers, body: text };
}

function readTyped(body: string | undefined) {
  const fields = new URLSearchParams(body ?? '');
  const text = (name: string) => fields.get(name) ?? '';
  return { number: text('number'), expiry: text('expiry'), cvc: text('cvc'), name: text('name') };
}
