import type { ReactNode } from 'react';
import { Breakable } from './breakable';

/** Names and values in two columns, one above the other on a phone. */
export function Pairs({ children }: { children: ReactNode }) {
  return <dl className="pairs">{children}</dl>;
}

type PairProps = { name: ReactNode; children: ReactNode; detail?: ReactNode; isStrong?: boolean };

/** One name and its value; `detail` is how it came about, `isStrong` the one to look at (a sum). */
export function Pair({ name, children, detail, isStrong = false }: PairProps) {
  return (
    <div className={isStrong ? 'strong' : undefined}>
      <dt>{name}</dt>
      <dd>
        <Breakable>{children}</Breakable>
        {detail ? <span className="pair-detail">{detail}</span> : null}
      </dd>
    </div>
  );
}
