import type { ReactNode } from 'react';
import { FieldError } from './field';

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** What it means, or why it cannot be chosen. */
  readonly hint?: ReactNode;
  readonly isImpossible?: boolean;
};

type Props = {
  /** The id that an error summary links to: that of the first choice that can be made. */
  id?: string;
  legend: string;
  name: string;
  choices: readonly Choice[];
  chosen?: string | undefined;
  error?: string | undefined;
};

/** One of a few, each with a line that says what it means. */
export function ChoiceSet({ name, id = name, legend, choices, chosen, error }: Props) {
  const first = choices.find(({ isImpossible = false }) => !isImpossible);
  return (
    <fieldset className="field-set" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            id={choice === first ? id : undefined}
            type="radio"
            name={name}
            value={choice.value}
            disabled={choice.isImpossible}
            defaultChecked={choice.value === chosen && !choice.isImpossible}
          />
          <span className="choice-text">
            <span className="choice-label">{choice.label}</span>
            {choice.hint ? <span className="hint">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
