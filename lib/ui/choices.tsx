import type { ReactNode } from 'react';
import { FieldError } from './field';

type ChoicesProps = {
  /** Where an error summary leads. */
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** One `Choice` each. */
  children: ReactNode;
};

/** Things of which one is chosen. */
export function Choices({ id, legend, hint, error, children }: ChoicesProps) {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="field-set" id={id} tabIndex={-1} aria-describedby={ids === '' ? undefined : ids}>
      <legend>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {children}
    </fieldset>
  );
}

type ChoiceProps = {
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  /** What it means, or why it cannot be chosen. */
  hint?: ReactNode;
  disabled?: boolean;
  defaultChecked?: boolean;
};

export function Choice({ id, label, hint, ...input }: ChoiceProps) {
  return (
    <label className="choice" htmlFor={id}>
      <input type="radio" id={id} aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`} {...input} />
      <span className="choice-text">
        <span className="choice-label" id={`${id}-label`}>
          {label}
        </span>
        {hint ? (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
