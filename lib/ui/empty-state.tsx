import type { ReactNode } from 'react';

/** Nothing here yet: says why, and `children` is the way on. */
export function EmptyState({ title, text, children }: { title: ReactNode; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children ? <div className="actions">{children}</div> : null}
    </div>
  );
}
