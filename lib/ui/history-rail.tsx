import type { ReactNode } from 'react';

type Props = {
  /** The date in words. */
  when: ReactNode;
  /** The same date for machines, YYYY-MM-DD or ISO 8601. */
  dateTime?: string;
  /** Not happened yet: a hollow, dashed node. */
  isUpcoming?: boolean;
  isProblem?: boolean;
  children: ReactNode;
};

/** What has happened and what will, newest first, on a small rail. */
export function HistoryRail({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="rail history" aria-label={label}>
      {children}
    </ol>
  );
}

export function HistoryItem({ when, dateTime, isUpcoming = false, isProblem = false, children }: Props) {
  const kind = isProblem ? 'step-problem' : isUpcoming ? 'step-upcoming' : 'step-done';
  return (
    <li className={`step ${kind}`}>
      <span className="node" aria-hidden="true" />
      <time className="when" dateTime={dateTime}>
        {when}
      </time>
      {children}
    </li>
  );
}
