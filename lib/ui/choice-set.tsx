import { Icon } from './icon';

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

type Props = {
  /** The id that an error summary links to: the first choice's. */
  id: string;
  legend: string;
  name: string;
  choices: readonly Choice[];
  chosen?: string | undefined;
  error?: string | undefined;
};

/** One of a few, each with a line that says what it means. */
export function ChoiceSet({ id, legend, name, choices, chosen, error }: Props) {
  return (
    <fieldset className="field-set" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="alert" size={17} />
          <span>{error}</span>
        </p>
      ) : null}
      {choices.map(({ value, label, hint }, index) => (
        <label key={value} className="choice">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
          />
          <span className="choice-text">
            {label}
            {hint ? <span className="hint">{hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
