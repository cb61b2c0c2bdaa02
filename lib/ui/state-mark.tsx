import type { ReactNode } from 'react';

export type StateTone = 'good' | 'waiting' | 'warning' | 'problem' | 'ended';

/** Disc, half disc, triangle, diamond, ring: told apart without colour. */
const SHAPE: Record<StateTone, ReactNode> = {
  good: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  warning: <path d="M6 .5L12 11H0z" fill="currentColor" />,
  problem: <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />,
  ended: <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** A state in words, with a shape of its own. */
export function StateMark({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`state-mark state-${tone}`}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        {SHAPE[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
