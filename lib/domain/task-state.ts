/** What a reader typed, by field name, to be shown again as it was. */
export type Typed = Readonly<Record<string, string>>;

/** A code that is a message key; `field` is null where it concerns the whole form. */
export type TaskError<Code extends string> = { readonly field: string | null; readonly code: Code };

/** What a form shows after it was sent and nothing was changed. */
export type TaskState<Code extends string> = {
  readonly errors: readonly TaskError<Code>[];
  readonly typed: Typed;
};

export const UNTOUCHED: TaskState<never> = { errors: [], typed: {} };

/** What a form says when it comes back: a title, and words by code. */
export type RefusalWords<Code extends string> = {
  readonly title: string;
  readonly byCode: Readonly<Record<Code, string>>;
};

/** Asks for those words; a form that was not refused never does. */
export type Refusals<Code extends string> = () => Promise<RefusalWords<Code>>;
