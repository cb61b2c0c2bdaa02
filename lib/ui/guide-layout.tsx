import type { ReactNode } from 'react';

type Props = { children: ReactNode; side?: ReactNode; aside?: ReactNode };

/**
 * Guide list, article, "in this guide"; one column on a phone.
 * The article comes first in the source, so that nobody has to pass two lists of links to reach it.
 */
export function GuideLayout({ children, side, aside }: Props) {
  return (
    <div className="guide">
      <article>{children}</article>
      {aside ? <aside className="aside">{aside}</aside> : null}
      {side ? <div className="side">{side}</div> : null}
    </div>
  );
}

/** Facts, beside them what can be done, and `below` the rest; on a phone one after another in that order. */
export function SplitLayout({
  children,
  beside,
  below,
}: {
  children: ReactNode;
  beside: ReactNode;
  below?: ReactNode;
}) {
  return (
    <div className="split">
      <div>{children}</div>
      <div className="beside">{beside}</div>
      {below ? <div>{below}</div> : null}
    </div>
  );
}
