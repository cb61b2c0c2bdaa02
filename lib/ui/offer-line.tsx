import type { ReactNode } from 'react';

type Props = { lang: string; label: string; children: ReactNode; dismiss: ReactNode };

/** One line above the page, in another language than the page's. */
export function OfferLine({ lang, label, children, dismiss }: Props) {
  return (
    <aside className="offer" lang={lang} aria-label={label}>
      {children}
      {dismiss}
    </aside>
  );
}
