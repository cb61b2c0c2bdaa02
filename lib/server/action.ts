import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { PersonScope } from '@/db/scope';
import type { Permission } from '@/lib/domain/roles';
import { stepUpReasonOf } from '@/lib/domain/step-up';
import type { TaskError } from '@/lib/domain/task-state';
import { type Action, follow, onForm, refuseForm, showAnswer, type TaskAnswer } from './action-answer';
import { type FormPlace, isFresh, signInPath, stepUpPath } from './action-place';
import { nowAt, realNowAt } from './clock';
import { mayOn, personScopeOf, type Reader, readerOf, type StaffMember, staffMemberOf } from './guard';
import { logRefused } from './refused';
import { findSession, type Session } from './session';

export type { Action, TaskAnswer } from './action-answer';
export type { FormPlace } from './action-place';

export type GuardCode = 'form_malformed' | 'not_found' | 'permission_missing';

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
  return onForm<Code | GuardCode>(async (place, fields) => {
    const show = (errors: readonly TaskError<Code | GuardCode>[]) => refuseForm(place.form, errors, fields);
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
    if (task.stepUp && !isFresh(session, realNowAt())) {
      const reason = stepUpReasonOf(task.permission);
      return redirect(await stepUpPath(place, fields, { personId: session.personId, reason }));
    }
    return follow(await task.run({ reader, input: input.data, subject, place, now }), place, fields);
  });
}

type AccountTask<Input, Code extends string> = {
  readonly stepUp?: true;
  readonly input: z.ZodType<Input>;
  readonly run: (task: {
    readonly session: Session;
    readonly scope: PersonScope;
    readonly input: Input;
    readonly place: FormPlace;
    readonly now: number;
  }) => Promise<TaskAnswer<Code>>;
};

/**
 * The way to make an action for signed-in people about their own account, whether or not they belong to an
 * organization. Refuses a malformed form, then a visitor as `portalAction` does.
 */
export function accountAction<Input, Code extends string>(
  task: AccountTask<Input, Code>,
): Action<Code | 'form_malformed'> {
  return onForm<Code | 'form_malformed'>(async (place, fields) => {
    const session = await findSession();
    if (!session) return redirect(await signInPath(place, fields));
    const input = task.input.safeParse(fields);
    if (!input.success) return refuseForm(place.form, [{ field: null, code: 'form_malformed' }], fields);
    const now = nowAt();
    if (task.stepUp && !isFresh(session, realNowAt())) {
      return redirect(await stepUpPath(place, fields, { personId: session.personId, reason: 'sign_in_ways' }));
    }
    const scope = personScopeOf(session);
    return follow(await task.run({ session, scope, input: input.data, place, now }), place, fields);
  });
}

type StaffTask<Input, Code extends string> = {
  readonly permission: Permission;
  readonly stepUp?: true;
  readonly input: z.ZodType<Input>;
  readonly run: (task: {
    readonly staff: StaffMember;
    readonly input: Input;
    readonly place: FormPlace;
    readonly now: number;
  }) => Promise<TaskAnswer<Code>>;
};

/** The way to make an action for the operator's own people. To anybody else it answers as if it were not there. */
export function staffAction<Input, Code extends string>(
  task: StaffTask<Input, Code>,
): Action<Code | 'form_malformed' | 'not_found'> {
  return onForm<Code | 'form_malformed' | 'not_found'>(async (place, fields) => {
    const session = await findSession();
    if (!session) return redirect(await signInPath(place, fields));
    const staff = staffMemberOf(session, task.permission);
    if (!staff) {
      logRefused(session, 'permission_missing', task.permission);
      return refuseForm(place.form, [{ field: null, code: 'not_found' }], fields);
    }
    const input = task.input.safeParse(fields);
    if (!input.success) return refuseForm(place.form, [{ field: null, code: 'form_malformed' }], fields);
    const now = nowAt();
    if (task.stepUp && !isFresh(session, realNowAt())) {
      const reason = stepUpReasonOf(task.permission);
      return redirect(await stepUpPath(place, fields, { personId: session.personId, reason }));
    }
    return follow(await task.run({ staff, input: input.data, place, now }), place, fields);
  });
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
  return onForm<Code | 'form_malformed'>(async (place, fields) => {
    const input = task.input.safeParse(fields);
    if (!input.success) return refuseForm(place.form, [{ field: null, code: 'form_malformed' }], fields);
    const answer = await task.run({ input: input.data, place, now: nowAt() });
    if ('goTo' in answer) return redirect(answer.goTo);
    return showAnswer(answer, place, fields);
  });
}
