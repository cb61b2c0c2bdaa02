import type { ReactNode } from 'react';

type Props = {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** One `Field` each. */
  children: ReactNode;
};

/** Fields that belong together. */
export function FieldSet({ id, legend, hint, children }: Props) {
  return (
    <fieldset className="field-group" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
    </fieldset>
  );
}
