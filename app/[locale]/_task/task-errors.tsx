import type { Refusals, TaskError } from '@/lib/domain/task-state';
import { ErrorSummary } from '@/lib/ui/error-summary';

type Props<Code extends string> = {
  readonly errors: readonly TaskError<Code>[];
  readonly refusals: Refusals<Code>;
  /** Element ids by field name, for the links from the summary. */
  readonly fieldIds?: Readonly<Record<string, string>>;
};

/** What came back from a form that was refused, first in the form. */
export function TaskErrors<Code extends string>({ errors, refusals, fieldIds = {} }: Props<Code>) {
  return (
    <ErrorSummary
      title={refusals.title}
      errors={errors.map(({ field, code }) => ({
        fieldId: field === null ? undefined : fieldIds[field],
        text: refusals.byCode[code],
      }))}
    />
  );
}

/** What is said at one field; undefined where nothing is wrong with it. */
export function errorAt<Code extends string>(
  field: string,
  errors: readonly TaskError<Code>[],
  { byCode }: Refusals<Code>,
): string | undefined {
  const found = errors.find((error) => error.field === field);
  return found && byCode[found.code];
}
