import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Spread on the input: `<input className="input" name="…" {...control} />`. */
export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = {
  /** The input's id, the one that an error summary links to. */
  id: string;
  label: ReactNode;
  /** The label stands for assistive technology alone, where what is around says the same. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Receives the wiring; may stand beside a button. */
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint, error and input, tied together for assistive technology. */
export function Field({ id, label, isLabelHidden = false, hint, error, children }: FieldProps) {
  const control: FieldControl = {
    id,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
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
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </>
  );
}

/** What is wrong with the field of that id. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="alert" size={17} />
      <span>{children}</span>
    </p>
  );
}

function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}
