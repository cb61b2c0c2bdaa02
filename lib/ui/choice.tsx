import type { ComponentProps, ReactNode } from 'react';
import { Breakable } from './breakable';
import { HintAndError } from './field';

type ChoicesProps = {
  /** Where an error summary links to. */
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** One `Choice` each. */
  children: ReactNode;
};

/** A question with its answers, of which one is chosen. */
export function Choices({ id, legend, hint, error, children }: ChoicesProps) {
  return (
    <fieldset className="field-set" id={id}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  hint?: ReactNode;
};

/** One answer, or one thing to agree to: the whole card is its label. */
export function Choice({ label, hint, ...input }: ChoiceProps) {
  return (
    <label className="choice">
      <input {...input} />
      <span className="choice-text">
        <span className="choice-label">{label}</span>
        {hint ? (
          <span className="hint">
            <Breakable>{hint}</Breakable>
          </span>
        ) : null}
      </span>
    </label>
  );
}
