'use client';

import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { type RefusalWords, type TaskState, UNTOUCHED } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { Actions, Button, type ButtonKind } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { askDevice, type Ceremony } from './device';

type Props<AskCode extends string, AnswerCode extends string> = {
  readonly ceremony: Ceremony;
  /** Answers with `options` filled in: what the device is asked. */
  readonly ask: Action<AskCode>;
  /** Is sent the same form again, with the device's `answer`. */
  readonly answer: Action<AnswerCode>;
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly refusals: RefusalWords<string>;
  /** Ids of the inputs by field name, where they have one. */
  readonly fieldIds?: Readonly<Record<string, string>>;
  readonly children: ReactNode | ((state: TaskState<string>) => ReactNode);
};

/** Asks the server what to ask the device, asks the device, and brings its answer back. */
export function PasskeyForm<AskCode extends string, AnswerCode extends string>({
  ceremony,
  ask,
  answer,
  label,
  kind = 'primary',
  refusals,
  fieldIds = {},
  children,
}: Props<AskCode, AnswerCode>) {
  const form = useRef<HTMLFormElement>(null);
  const [asked, submit, isAsking] = useActionState((_: TaskState<AskCode>, data: FormData) => ask(data), UNTOUCHED);
  const [answered, bring, isBringing] = useActionState(
    (_: TaskState<AnswerCode>, data: FormData) => answer(data),
    UNTOUCHED,
  );
  const [unanswered, setUnanswered] = useState<TaskState<AskCode>>();

  useEffect(() => {
    const { options } = asked.typed;
    if (options === undefined) return;
    const asking = new AbortController();
    const askAndBring = async () => {
      const signed = await askDevice(ceremony, options, asking.signal);
      if (asking.signal.aborted || !form.current) return;
      if (signed === undefined) return setUnanswered(asked);
      const data = new FormData(form.current);
      data.set('answer', signed);
      startTransition(() => bring(data));
    };
    void askAndBring();
    return () => asking.abort();
  }, [asked, ceremony, bring]);

  const refused: readonly { readonly field: string | null; readonly code: string }[] =
    unanswered === asked ? [{ field: null, code: 'passkey_cancelled' }] : [...asked.errors, ...answered.errors];
  const errors = isAsking || isBringing ? [] : refused;
  return (
    <form ref={form} action={submit} noValidate>
      <ErrorSummary
        title={refusals.title}
        errors={errors.map(({ field, code }) => {
          const fieldId = field === null ? undefined : fieldIds[field];
          const text = refusals.byCode[code] ?? code;
          return fieldId === undefined ? { text } : { fieldId, text };
        })}
      />
      {typeof children === 'function' ? children({ errors: asked.errors, typed: asked.typed }) : children}
      <Actions>
        <Button kind={kind} aria-disabled={isAsking || isBringing}>
          {label}
        </Button>
      </Actions>
    </form>
  );
}
