import type { ReactNode } from 'react';

export type SearchResult = {
  href: string;
  title: ReactNode;
  text?: ReactNode;
  /** What can be done at once with something of one's own. */
  act?: { href: string; label: string };
};

export function SearchResults({ results }: { results: readonly SearchResult[] }) {
  return (
    <ol className="results">
      {results.map((result) => (
        <li key={result.href}>
          <h2>
            <a href={result.href}>{result.title}</a>
          </h2>
          {result.text ? <p>{result.text}</p> : null}
          {result.act ? (
            <a className="act" href={result.act.href}>
              {result.act.label}
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
