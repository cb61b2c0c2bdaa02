import type { BuiltAction } from '@/test/support/build-manifests';
import { type FormFields, plainForm } from '@/test/support/forged-forms';
import { nonceOf } from '@/test/support/nonce';
import type { Site } from '@/test/support/site';
import type { Verdict } from './expected';
import type { Caller } from './roles';

/** What came back: the verdict it amounts to, its status, and the bytes without what differs in every answer. */
export type Answer = { readonly verdict: Verdict; readonly status: number; readonly body: string };

function cookieOf({ cookie }: Caller): Record<string, string> {
  return cookie === undefined ? {} : { cookie };
}

/** Sends an action's form as a browser without scripts does, with whatever fields. */
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
    headers: { origin, ...cookieOf(caller) },
    body: plainForm(id, fields),
  });
  const body = await answer.text();
  const { status } = answer;
  const verdict = verdictOfForm(status, answer.headers.get('location') ?? '');
  return { verdict, status, body: withoutNonce(answer, body.replace(SCRIPTS, '').replace(FORM_KEYS, '')) };
}

/** They repeat the page, in an order that no two answers share. */
const SCRIPTS = /<script\b[\s\S]*?<\/script>/g;
const FORM_KEYS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function verdictOfForm(status: number, target: string): Verdict {
  if (/^\/en-US\/sign-in\?/.test(target)) return 'sign_in';
  if (/^\/en-US\/account/.test(target)) return 'account';
  if (status === 404) return 'not_found';
  return status === 403 ? 'permission_missing' : 'allowed';
}

/** Opens the page of a record as its reader does; `page` is its path with `[id]`, which the answer is freed of. */
export async function openPage({ origin }: Site, caller: Caller, page: string, id: string): Promise<Answer> {
  const path = `/en-US${page.replace('[id]', encodeURIComponent(id))}`;
  const answer = await fetch(origin + path, { redirect: 'manual', headers: { origin, ...cookieOf(caller) } });
  const text = await answer.text();
  const target = answer.headers.get('location') ?? '';
  const verdict = answer.status === 404 ? 'not_found' : target.includes('/sign-in?') ? 'sign_in' : 'allowed';
  return { verdict, status: answer.status, body: withoutNonce(answer, text).replaceAll(id, '') };
}

function withoutNonce({ headers }: Response, body: string): string {
  return body.replaceAll(nonceOf(headers.get('content-security-policy')), '');
}
