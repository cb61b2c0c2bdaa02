import type { ReactNode } from 'react';

/** What this page is about just now, or how to sign in; `end` is the way to choose another. Sticks to the top on a phone. */
export function ContextLine({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="context-line">
      <div className="context-text">{children}</div>
      {end ? <span className="end">{end}</span> : null}
    </div>
  );
}
