import type { ReactNode } from 'react';
import { Choice } from './choice';
import { FieldError } from './field';

export type ChoiceOption = {
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
  choices: readonly ChoiceOption[];
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
        <Choice
          key={choice.value}
          type="radio"
          id={choice === first ? id : undefined}
          name={name}
          value={choice.value}
          label={choice.label}
          hint={choice.hint}
          disabled={choice.isImpossible}
          defaultChecked={choice.value === chosen && !choice.isImpossible}
        />
      ))}
    </fieldset>
  );
}
