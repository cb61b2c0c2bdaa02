import type { ReactNode } from 'react';
import { Icon } from './icon';

type Props = {
  title: ReactNode;
  /** Reference and time in one line. */
  reference: ReactNode;
  /** `Pairs` of what was done. */
  children: ReactNode;
  /** What happens now and what is still to do, below the tear line. */
  next?: ReactNode;
  /** Print, permalink; not printed. */
  tools?: ReactNode;
};

/** The paper that remains of an act. Holds the page's `h1`. */
export function ReceiptSheet({ title, reference, children, next, tools }: Props) {
  return (
    <article className="slip receipt">
      <header className="receipt-head">
        <span className="node" aria-hidden="true">
          <Icon name="check" size={22} />
        </span>
        <h1>{title}</h1>
        <p className="receipt-reference">{reference}</p>
      </header>
      <div className="receipt-body">
        {children}
        {tools ? <div className="receipt-tools">{tools}</div> : null}
      </div>
      {next ? <div className="receipt-next">{next}</div> : null}
    </article>
  );
}
