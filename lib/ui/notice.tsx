import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Announced without taking the focus: what was done, or what has happened meanwhile. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="notice" role="status">
      <Icon name="check" size={18} />
      <div>{children}</div>
    </div>
  );
}
