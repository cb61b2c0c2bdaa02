import type { ReactNode } from 'react';

type Props = { title: ReactNode; lead?: ReactNode; breadcrumb?: ReactNode; lang?: string; children?: ReactNode };

/** The opening of a page: where it belongs, its title, its promise in one sentence, then whatever stands below. */
export function GuideHead({ title, lead, breadcrumb, lang, children }: Props) {
  return (
    <header className="guide-head">
      {breadcrumb}
      <h1 lang={lang}>{title}</h1>
      {lead ? (
        <p className="lead" lang={lang}>
          {lead}
        </p>
      ) : null}
      {children}
    </header>
  );
}
