import type { ComponentProps } from 'react';

/** `primary` once per slip; `danger` for what cannot be undone; `text` looks like a link. */
export type ButtonKind = 'primary' | 'plain' | 'danger' | 'text';

const LOOK: Record<ButtonKind, string> = {
  primary: 'button button-primary',
  plain: 'button',
  danger: 'button button-danger',
  text: 'button button-text',
};

/** Submits unless `type` says otherwise. Its words name the act. */
export function Button({
  kind = 'primary',
  type = 'submit',
  ...rest
}: { kind?: ButtonKind } & ComponentProps<'button'>) {
  return <button className={LOOK[kind]} type={type} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'plain', children, ...rest }: { kind?: ButtonKind } & ComponentProps<'a'>) {
  return (
    <a className={LOOK[kind]} {...rest}>
      {children}
    </a>
  );
}

/** The row of buttons at the end of a slip: the act first, the way out last. */
export function Actions({ children }: ComponentProps<'div'>) {
  return <div className="actions">{children}</div>;
}
