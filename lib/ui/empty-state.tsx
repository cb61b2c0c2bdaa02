import type { ReactNode } from 'react';

type Props = { title: ReactNode; text?: ReactNode; headingLevel?: 2 | 3; children?: ReactNode };

/** Nothing here yet: says why, and `children` is the way on. */
export function EmptyState({ title, text, headingLevel = 2, children }: Props) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {children ? <div className="actions">{children}</div> : null}
    </div>
  );
}
