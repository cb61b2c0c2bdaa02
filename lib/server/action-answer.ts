import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { TaskError, TaskState, Typed } from '@/lib/domain/task-state';
import { type FormPlace, splitPlace } from './action-place';
import { answerForm } from './form-answer';
import { nameOfForm, readForm } from './form-data';

/** An action answers with what to show again, with fields to fill in for the form's script, or with where to go next. */
export type TaskAnswer<Code extends string> =
  | { readonly errors: readonly TaskError<Code>[] }
  | { readonly filled: Typed }
  | { readonly goTo: string };

export type Action<Code extends string> = (data: FormData) => Promise<TaskState<Code>>;

/** Reads the form before anything else is asked; one that cannot be read is refused. */
export function onForm<Code extends string>(
  run: (place: FormPlace, fields: Typed) => Promise<TaskState<Code>>,
): Action<Code | 'form_malformed'> {
  return async (data) => {
    const form = readForm(data);
    if (!form.ok) return refuseForm(nameOfForm(data), [{ field: null, code: form.refusal }], {});
    const { place, fields } = splitPlace(form.value);
    return run(place, fields);
  };
}

/** Leads to where the answer says, or shows what it tells. */
export function follow<Code extends string>(answer: TaskAnswer<Code>, place: FormPlace, typed: Typed): TaskState<Code> {
  if (!('goTo' in answer)) return showAnswer(answer, place, typed);
  // Back would otherwise show the page as it was: a form whose effect has been had.
  refresh();
  return redirect(answer.goTo);
}

/** Shows the page again, or fills in fields for the form's script. */
export function showAnswer<Code extends string>(
  answer: Exclude<TaskAnswer<Code>, { readonly goTo: string }>,
  { form }: FormPlace,
  typed: Typed,
): TaskState<Code> {
  if ('filled' in answer) return { errors: [], typed: { ...typed, ...answer.filled } };
  return refuseForm(form, answer.errors, typed);
}

/** The page is made anew, with a script as without: the form tells what is wrong, and so does the title. */
export function refuseForm<Code extends string>(
  form: string,
  errors: readonly TaskError<Code>[],
  typed: Typed,
): TaskState<Code> {
  const state = { errors, typed };
  answerForm(form, state);
  refresh();
  return state;
}
