import type { ReactNode } from 'react';
import { Disclosure } from './disclosure';

type Place = { title: string; children: ReactNode };

/** Who does what, and where: one column per portal, folded until asked for. */
export function WhatWhere({
  summary,
  here,
  elsewhere,
  isOpen,
}: {
  summary: string;
  here: Place;
  elsewhere: Place;
  isOpen?: boolean;
}) {
  return (
    <Disclosure summary={summary} className="what-where" isOpen={isOpen}>
      <div className="what-where-sheet">
        {[here, elsewhere].map((place) => (
          <section key={place.title}>
            <h2>{place.title}</h2>
            {place.children}
          </section>
        ))}
      </div>
    </Disclosure>
  );
}
