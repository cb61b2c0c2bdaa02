import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Permission } from '@/lib/domain/roles';
import type { TaskError, TaskState, Typed } from '@/lib/domain/task-state';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { nowAt } from './clock';
import { readForm } from './form-data';
import { mayOn, type Reader, readerOf } from './guard';
import { logRefused } from './refused';
import { findSession } from './session';
import { keepDestination } from './sign-in/destination';
import { STEP_UP_MINUTES } from './sign-in/limits';
import { findAnchor, findOwnPath } from './sign-in/own-path';

const STEP_UP_MS = STEP_UP_MINUTES * 60_000;

/** Where the form stood: in which language, on which own path with its query, at which anchor. */
export type FormPlace = { readonly locale: Locale; readonly here: string; readonly at: string };

/** An action answers with what to show again, or with where to go next. */
export type TaskAnswer<Code extends string> =
  | { readonly errors: readonly TaskError<Code>[] }
  | { readonly goTo: string };

export type GuardCode = 'form_malformed' | 'not_found' | 'permission_missing';
export type Action<Code extends string> = (state: TaskState<Code>, data: FormData) => Promise<TaskState<Code>>;

/** Null where the task concerns the organization alone. */
type Found = { readonly billingProfileId: string | null };

type Task<Input, Subject, Code extends string> = {
  /** What the reader must hold on the billing profile of what is found. */
  readonly permission: Permission;
  /** The person must have proved who they are within the last minutes: before what costs, ends or lets others in. */
  readonly stepUp?: true;
  readonly input: z.ZodType<Input>;
  /** The record the action is about, through the reader's own scope. */
  readonly find: (reader: Reader, input: Input) => Promise<Subject | undefined>;
  readonly run: (task: {
    readonly reader: Reader;
    readonly input: Input;
    readonly subject: Subject;
    readonly place: FormPlace;
    readonly now: number;
  }) => Promise<TaskAnswer<Code>>;
};

/**
 * The way to make an action for signed-in people. Order of refusal: malformed form, no session (what was typed is
 * kept and comes back after signing in), a record that is not theirs, a missing permission. Only then it runs.
 */
export function portalAction<Input, Subject extends Found, Code extends string>(
  task: Task<Input, Subject, Code>,
): Action<Code | GuardCode> {
  return async (_state, data) => {
    const form = readForm(data);
    if (!form.ok) return { errors: [{ field: null, code: form.refusal }], typed: {} };
    const { place, fields } = splitPlace(form.value);
    const show = (errors: readonly TaskError<Code | GuardCode>[]) => ({ errors, typed: fields });
    const session = await findSession();
    if (!session) return redirect(await signInPath(place, fields));
    const reader = readerOf(session);
    if (!reader) return redirect(`/${place.locale}/account`);
    const input = task.input.safeParse(fields);
    if (!input.success) return show([{ field: null, code: 'form_malformed' }]);
    const refuse = (why: 'not_found' | 'permission_missing') => {
      logRefused(reader.session, why, task.permission);
      return show([{ field: null, code: why }]);
    };
    const subject = await task.find(reader, input.data);
    if (!subject) return refuse('not_found');
    if (!mayOn(reader, task.permission, subject.billingProfileId)) return refuse('permission_missing');
    const now = nowAt();
    if (task.stepUp && now - session.authenticatedAt > STEP_UP_MS) return redirect(await stepUpPath(place, fields));
    const answer = await task.run({ reader, input: input.data, subject, place, now });
    if (!('goTo' in answer)) return show(answer.errors);
    // Back would otherwise show the page as it was: a form whose effect has been had.
    refresh();
    return redirect(answer.goTo);
  };
}

type PublicTask<Input, Code extends string> = {
  readonly input: z.ZodType<Input>;
  readonly run: (task: {
    readonly input: Input;
    readonly place: FormPlace;
    readonly now: number;
  }) => Promise<TaskAnswer<Code>>;
};

/** The way to make an action that asks for no session: signing in and out. Every use of this word is reviewed. */
export function publicAction<Input, Code extends string>(
  task: PublicTask<Input, Code>,
): Action<Code | 'form_malformed'> {
  return async (_state, data) => {
    const form = readForm(data);
    if (!form.ok) return { errors: [{ field: null, code: form.refusal }], typed: {} };
    const { place, fields } = splitPlace(form.value);
    const input = task.input.safeParse(fields);
    if (!input.success) return { errors: [{ field: null, code: 'form_malformed' }], typed: fields };
    const answer = await task.run({ input: input.data, place, now: nowAt() });
    return 'goTo' in answer ? redirect(answer.goTo) : { errors: answer.errors, typed: fields };
  };
}

function splitPlace({ locale = '', here = '', at = '', ...fields }: Typed): { place: FormPlace; fields: Typed } {
  const known = isLocale(locale) ? locale : SOURCE_LOCALE;
  const path = findOwnPath(here)?.path ?? `/${known}/help`;
  return { place: { locale: known, here: path, at: findAnchor(at) ?? '' }, fields };
}

async function signInPath(place: FormPlace, typed: Typed): Promise<string> {
  return `/${place.locale}/sign-in?${await keptQuery(place, typed)}&notice=session_ended`;
}

async function stepUpPath(place: FormPlace, typed: Typed): Promise<string> {
  return `/${place.locale}/sign-in/again?${await keptQuery(place, typed)}`;
}

async function keptQuery({ locale, here, at }: FormPlace, typed: Typed): Promise<string> {
  const kept = await keepDestination({ locale, path: here, anchor: at, typed });
  return kept.ok ? `kept=${kept.value}` : `to=${encodeURIComponent(here)}`;
}
