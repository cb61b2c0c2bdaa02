import type { BuiltAction } from '@/test/support/build-manifests';
import { type FormFields, scriptForm } from '@/test/support/forged-forms';
import { nonceOf } from '@/test/support/nonce';
import type { Site } from '@/test/support/site';
import type { Verdict } from './expected';
import type { Caller } from './roles';

/** What came back: the verdict it amounts to, its status, and the bytes without what differs in every answer. */
export type Answer = { readonly verdict: Verdict; readonly status: number; readonly body: string };

function cookieOf({ cookie }: Caller): Record<string, string> {
  return cookie === undefined ? {} : { cookie };
}

/** Sends an action's form as a page's script does, with whatever fields. */
export async function sendForm(
  { origin }: Site,
  caller: Caller,
  { id, paths }: BuiltAction,
  fields: FormFields,
): Promise<Answer> {
  const path = paths.find((known) => known.startsWith('/en-US/help')) ?? paths[0] ?? '/en-US/help';
  const answer = await fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, accept: 'text/x-component', 'next-action': id, ...cookieOf(caller) },
    body: scriptForm(fields),
  });
  const body = await answer.text();
  const target = answer.headers.get('x-action-redirect') ?? answer.headers.get('location') ?? '';
  const verdict = answer.status === 404 ? 'not_found' : verdictOfForm(target, body);
  const told = withoutNonce(answer, answerIn(body).replace(/"typed":\{[^}]*\}/, ''));
  return { verdict, status: answer.status, body: told };
}

/** What the action itself answers: the page that is made anew around it has new keys in its forms each time. */
function answerIn(body: string): string {
  return body.split('\n').find((row) => /^\w+:\{"errors":\[/.test(row)) ?? body;
}

function verdictOfForm(target: string, body: string): Verdict {
  if (/^\/en-US\/sign-in\?/.test(target)) return 'sign_in';
  if (/^\/en-US\/account/.test(target)) return 'account';
  if (body.includes('"code":"not_found"')) return 'not_found';
  return body.includes('"code":"permission_missing"') ? 'permission_missing' : 'allowed';
}

/** Opens a page as its reader does. */
export async function openPage({ origin }: Site, caller: Caller, path: string): Promise<Answer> {
  const answer = await fetch(origin + path, { redirect: 'manual', headers: { origin, ...cookieOf(caller) } });
  const text = await answer.text();
  const target = answer.headers.get('location') ?? '';
  const verdict = answer.status === 404 ? 'not_found' : target.includes('/sign-in?') ? 'sign_in' : 'allowed';
  return { verdict, status: answer.status, body: withoutNonce(answer, text) };
}

function withoutNonce({ headers }: Response, body: string): string {
  return body.replaceAll(nonceOf(headers.get('content-security-policy')), '');
}
