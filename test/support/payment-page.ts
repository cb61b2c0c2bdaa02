import { afterAll, vi } from 'vitest';
import { startPaymentPage } from '@/lib/demo/payment-page/server';
import { at } from './database';
import { findFreePort } from './site';

const port = await findFreePort();
const secret = 'only-for-tests-zyxwvutsrqponmlkjihgfedcba';
vi.stubEnv('PAYMENT_PAGE_PORT', String(port));
vi.stubEnv('PAYMENT_PAGE_SECRET', secret);

/** What the page's own clock shows, in epoch milliseconds. */
export const pageClock = { now: at('2026-11-22') };

export const pageOrigin = `http://localhost:${port}`;

const page = await startPaymentPage({ port, origin: pageOrigin, secret }, () => pageClock.now);
afterAll(page.stop);

export const typed = { number: '5555 5555 5555 4444', expiry: '04/29', cvc: '123', name: 'Maja Sandberg' };

/** Fills in the page's form as a browser without scripts does. */
export async function enterCardAt(url: string, changed: Partial<typeof typed> = {}, origin = pageOrigin) {
  const body = new URLSearchParams({ ...typed, ...changed });
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { origin }, body });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

/** Answers the bank's question as a browser without scripts does. */
export async function answerBankAt(url: string, given: 'approve' | 'refuse' | 'perhaps', origin = pageOrigin) {
  const body = new URLSearchParams({ answer: given });
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { origin }, body });
  return { status: answer.status, location: answer.headers.get('location') };
}

/** Asks as a merchant's machine does. */
export async function askPage(path: string, body?: object, key = secret) {
  const headers = { authorization: `Bearer ${key}` };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(pageOrigin + path, init);
  return { status: answer.status, body: await answer.json() };
}
