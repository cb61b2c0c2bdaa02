import type { ComponentProps } from 'react';

/** Takes a whole number. As text, since every language's own separators are accepted. */
export function NumberInput(props: Omit<ComponentProps<'input'>, 'className' | 'type'>) {
  return <input {...props} className="input input-number" inputMode="numeric" autoComplete="off" />;
}
