import type { ReactNode } from 'react';
import type { Refusals, RefusalWords, TaskState, Typed } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { findAnswer } from '@/lib/server/form-answer';
import { ErrorSummary } from '@/lib/ui/error-summary';

/** What a form shows: nothing but what it was made with, or, where it was refused, what was typed and what is wrong. */
export type Answered<Code extends string> = {
  readonly typed: Typed;
  /** What is said at one field; undefined where nothing is wrong with it. */
  readonly errorAt: (field: string) => string | undefined;
  readonly isRefusedFor: (code: Code) => boolean;
};

type Props<Code extends string> = {
  /** Tells it from every other form of its page, before and after it was sent. */
  readonly form: string;
  readonly action: Action<Code>;
  readonly refusals: Refusals<Code>;
  /** Element ids by field name, for the links from the summary. */
  readonly fieldIds?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: ReactNode | ((answered: Answered<Code>) => ReactNode);
};

const NOT_REFUSED: Answered<string> = { typed: {}, errorAt: () => undefined, isRefusedFor: () => false };

/**
 * A form for an action, drawn by the server alone. Refused, it stands in the page of that very answer, with what is
 * wrong first. Not checked by the browser, whose words would not be in the page's language.
 */
export function ActionForm<Code extends string>(props: Props<Code>): ReactNode {
  const state = findAnswer(props.form);
  return state.errors.length === 0 ? draw(props, NOT_REFUSED, null) : drawRefused(props, state);
}

async function drawRefused<Code extends string>(props: Props<Code>, { errors, typed }: TaskState<string>) {
  const { title, byCode }: RefusalWords<string> = await props.refusals();
  const told = errors.map(({ field, code }) => ({ field, code, text: byCode[code] ?? code }));
  const fieldIds = props.fieldIds ?? {};
  const summary = (
    <ErrorSummary
      title={title}
      errors={told.map(({ field, text }) => ({ fieldId: field === null ? undefined : fieldIds[field], text }))}
    />
  );
  const answered = {
    typed,
    errorAt: (name: string) => told.find(({ field }) => field === name)?.text,
    isRefusedFor: (asked: Code) => errors.some(({ code }) => code === asked),
  };
  return draw(props, answered, summary);
}

function draw<Code extends string>(
  { form, action, className, children }: Props<Code>,
  answered: Answered<Code>,
  summary: ReactNode,
) {
  const submit: (data: FormData) => void = action;
  return (
    <form action={submit} className={className} noValidate>
      {summary}
      <input type="hidden" name="form" value={form} />
      {typeof children === 'function' ? children(answered) : children}
    </form>
  );
}
