'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What the page of a defect says; `reference` holds `%s` where the reference goes. */
export type FailureWords = Readonly<Record<'title' | 'lead' | 'again' | 'home' | 'homePath' | 'reference', string>>;

const Words = createContext<FailureWords | undefined>(undefined);

/** Keeps the words at hand in the browser: when they are needed, nothing can be asked for. */
export function WithFailureWords({ words, children }: { words: FailureWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** Throws outside of `WithFailureWords`. */
export function useFailureWords(): FailureWords {
  const words = useContext(Words);
  if (!words) throw new Error('The layout gives the words of a defect');
  return words;
}
