import type { ReactNode } from 'react';

/** A paper card: the form or the figures of a step, hanging from its node. */
export function Slip({ children, id, className }: { children: ReactNode; id?: string; className?: string }) {
  return (
    <div className={className ? `slip ${className}` : 'slip'} id={id}>
      {children}
    </div>
  );
}
