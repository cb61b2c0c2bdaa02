import type { ReactNode } from 'react';

/** Amounts under one another, on the side where a table's amounts stand. */
export function Sums({ children }: { children: ReactNode }) {
  return <dl className="sums">{children}</dl>;
}

/** One amount; `isStrong` the one that all come to. */
export function Sum({
  name,
  children,
  isStrong = false,
}: {
  name: ReactNode;
  children: ReactNode;
  isStrong?: boolean;
}) {
  return (
    <div className={isStrong ? 'strong' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
