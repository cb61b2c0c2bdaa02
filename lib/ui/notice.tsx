import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Announced without taking the focus: what was done, or, as a warning, what has happened meanwhile. */
export function Notice({ children, isWarning = false }: { children: ReactNode; isWarning?: boolean }) {
  return (
    <div className={isWarning ? 'notice notice-warning' : 'notice'} role="status">
      <Icon name={isWarning ? 'alert' : 'check'} size={18} />
      <div>{children}</div>
    </div>
  );
}
