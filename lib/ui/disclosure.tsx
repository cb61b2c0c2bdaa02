import type { ReactNode } from 'react';

type Props = { summary: ReactNode; children: ReactNode; className?: string; isOpen?: boolean };

/** Text folded under a line that unfolds without script, and always unfolded in print. */
export function Disclosure({ summary, children, className, isOpen = false }: Props) {
  return (
    <details className={className ? `disclosure ${className}` : 'disclosure'} open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
