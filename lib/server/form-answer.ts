import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { type TaskState, UNTOUCHED } from '@/lib/domain/task-state';
import type { Door } from './request-doors';

/** How the answer to a refused form is told to programs, by the refusal's code; any other refusal is a page like others. */
const STATUSES: Readonly<Record<string, number>> = {
  form_malformed: 400,
  busy: 503,
  still_running: 409,
  key_reused: 422,
  not_found: 404,
  permission_missing: 403,
};

/** Seconds. A writer waits no longer for its turn, nor a payment for its answer. */
const RETRY_AFTER = '5';

/** What the page shows that is made in answer to a form. `form` is the form's own name. */
type Refused = { readonly form: string; readonly state: TaskState<string> };
type Answer = { readonly response: ServerResponse; refused: Refused | undefined; status: number | undefined };

// On the process, since Next bundles pages and actions apart, each with its own module state.
const key = Symbol.for('stegvis.answers');
const here: typeof globalThis & { [key]?: AsyncLocalStorage<Answer> } = globalThis;
here[key] ??= new AsyncLocalStorage();
const answers = here[key];

/** Remembers for every request what it is answered with: Next gives an action no way to its page nor to its status. */
export function followedAnswers(): Door {
  return (_request, response, goOn) => answers.run({ response, refused: undefined, status: undefined }, goOn);
}

/**
 * Tells the page of this request what to show in the form of that name, and gives it the status of the first refusal
 * that has one. Outside of a request, nothing.
 */
export function answerForm(form: string, state: TaskState<string>): void {
  const answer = answers.getStore();
  if (!answer || state.errors.length === 0) return;
  answer.refused = { form, state };
  const status = state.errors.flatMap(({ code }) => STATUSES[code] ?? [])[0];
  if (status === undefined || answer.response.headersSent) return;
  overrideStatus(answer, status);
  if (status === 503 || status === 409) answer.response.setHeader('retry-after', RETRY_AFTER);
}

/** Next must not know before the page is made: of one with status 404 it leaves out the title, and all else of its head. */
function overrideStatus(answer: Answer, status: number): void {
  const isFirst = answer.status === undefined;
  answer.status = status;
  if (!isFirst) return;
  answer.response.writeHead = new Proxy(answer.response.writeHead, {
    apply: (write, response, [code, ...rest]) => Reflect.apply(write, response, [answer.status ?? code, ...rest]),
  });
}

/** What came back for the form of that name; untouched unless this very request sent it and was refused. */
export function findAnswer(form: string): TaskState<string> {
  const refused = answers.getStore()?.refused;
  return refused?.form === form ? refused.state : UNTOUCHED;
}

/** Whether the page that is being made tells of a form that was refused. */
export function isRefusal(): boolean {
  return answers.getStore()?.refused !== undefined;
}
