import type { ReactNode } from 'react';

type Props = {
  /** Who issues it, with the address. */
  seller: ReactNode;
  title: ReactNode;
  state: ReactNode;
  /** Who it is for, an `InvoicePart` each. */
  parties: ReactNode;
  /** `Pairs` of number, dates and terms. */
  facts: ReactNode;
  /** The table of lines, then its sums. */
  children: ReactNode;
  /** What has been paid and what is to be done; an `InvoicePart` each. */
  after?: ReactNode;
  foot: ReactNode;
};

/** An invoice as a paper: reads and prints like one. Holds the page's `h1`. */
export function InvoiceSheet({ seller, title, state, parties, facts, children, after, foot }: Props) {
  return (
    <article className="slip invoice">
      <header className="invoice-head">
        <div>
          <h1>{title}</h1>
          <p>{state}</p>
        </div>
        <div className="invoice-seller">{seller}</div>
      </header>
      <div className="invoice-top">
        <div className="invoice-parties">{parties}</div>
        {facts}
      </div>
      {children}
      {after ? <div className="invoice-after">{after}</div> : null}
      <footer className="invoice-foot">{foot}</footer>
    </article>
  );
}

export function InvoicePart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="invoice-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
