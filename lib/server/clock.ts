import { AsyncLocalStorage } from 'node:async_hooks';

const moved = new AsyncLocalStorage<() => number>();

/** Now in epoch milliseconds: the only place that looks at the clock. */
export function nowAt(): number {
  return moved.getStore()?.() ?? Date.now();
}

/** Runs work under another clock; the demo's seed lives through its months this way, and tests set their moment. */
export function underClock<T>(clock: () => number, run: () => Promise<T>): Promise<T> {
  return moved.run(clock, run);
}
