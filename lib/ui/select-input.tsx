import type { ComponentProps } from 'react';

/** `lang` where the label is in a language of its own. */
export type SelectOption = { readonly value: string; readonly label: string; readonly lang?: string };

type Props = Omit<ComponentProps<'select'>, 'defaultValue' | 'value'> & {
  options: readonly SelectOption[];
  chosen: string;
  /** Below the options: more of them, by heading. */
  groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
};

/** A list to choose one from. */
export function SelectInput({ options, groups = [], chosen, className = 'input', ...rest }: Props) {
  return (
    // React never chooses anew in a list that stands: the key makes another of it.
    <select key={chosen} className={className} defaultValue={chosen} {...rest}>
      <Options options={options} />
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </select>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map(({ value, label, lang }) => (
    <option key={value} value={value} lang={lang}>
      {label}
    </option>
  ));
}
