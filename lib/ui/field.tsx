import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Spread on the input: `<input className="input" name="…" {...control} />`. */
export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = {
  /** The input's id, the one that an error summary links to. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Receives the wiring; may stand beside a button. */
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint, error and input, tied together for assistive technology. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const control: FieldControl = {
    id,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="field-control">{children(control)}</div>
    </div>
  );
}

/** What helps to fill in a field, and what is wrong with it; ids end in -hint and -error. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="alert" size={17} />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}
