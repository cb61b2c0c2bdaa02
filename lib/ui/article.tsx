import type { ReactNode } from 'react';

/** Running text: headings, paragraphs, lists and tables keep the measure and their distances. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <div className="article" lang={lang}>
      {children}
    </div>
  );
}
