import { type Html, html } from '@/lib/demo/html';
import { frame } from './layout';
import { PORTALS } from './publishers';
import { ACCOUNT } from './sessions';
import type { Answer, Visit } from './visit';
import { fill, type Words } from './words';

export type Problem = keyof Words['problems'];

const STATUS: Readonly<Record<Problem, 400 | 403 | 404 | 502>> = {
  token_missing: 400,
  token_expired: 400,
  token_unknown: 403,
  not_found: 404,
  ended: 404,
  signed_out: 403,
  other_site: 403,
  unreachable: 502,
};

/** What is wrong, and what to do about it. */
export function problemPage(visit: Visit, problem: Problem, back: string): Answer {
  const values = { publisher: PORTALS[visit.publisher].name };
  const { title, text } = visit.words.problems[problem];
  const heading = fill(title, values);
  const body = html`<h1>${heading}</h1>
<p class="lead">${fill(text, values)}</p>
<p><a class="button" href="${back}">${visit.words.back}</a></p>`;
  return { status: STATUS[problem], page: frame(visit, { title: heading, back, body }) };
}

/** One click signs a made-up person in. The token travels on in the form. */
export function signInPage(visit: Visit, token: string, back: string): Answer {
  const { words, publisher } = visit;
  const title = fill(words.signIn.title, { publisher: PORTALS[publisher].name });
  const body = html`<h1>${title}</h1>
<p class="lead">${words.signIn.text}</p>
<form method="post" action="/${publisher}/sign-in">
<input type="hidden" name="token" value="${token}">
<button>${fill(words.signIn.submit, { account: ACCOUNT })}</button>
</form>`;
  return { status: 200, page: frame(visit, { title, back, body }) };
}

/** What came of the last click, above everything else. */
export function notice(
  words: Words,
  { done, error }: { readonly done?: string; readonly error?: string },
): Html | undefined {
  if (error !== undefined) {
    return html`<div class="notice error" role="alert"><strong>${words.errors.title}</strong> ${error}</div>`;
  }
  return done === undefined ? undefined : html`<div class="notice" role="status">${done}</div>`;
}
