import { AsyncLocalStorage } from 'node:async_hooks';

const moved = new AsyncLocalStorage<() => number>();

// On the process: Next bundles pages, actions and instrumentation apart, each with its own module state.
const key = Symbol.for('stegvis.clock');
const here: typeof globalThis & { [key]?: number } = globalThis;

/** Now in epoch milliseconds. This file alone looks at the clock. A demo's may have been moved forward. */
export function nowAt(): number {
  return moved.getStore()?.() ?? Date.now() + clockAheadMs();
}

/**
 * Now as it is outside the demo, for what lasts minutes or hours and has nothing to do with the days that a demo lives
 * through: sessions, links that sign in, access tokens.
 */
export function realNowAt(): number {
  return moved.getStore()?.() ?? Date.now();
}

/** How far this process's clock was moved forward, in milliseconds: 0 but in a demo. */
export function clockAheadMs(): number {
  return here[key] ?? 0;
}

/** Moves this process's clock; never back, so that of two who read it at different times the later one holds. */
export function moveClockTo(aheadMs: number): void {
  here[key] = Math.max(clockAheadMs(), aheadMs);
}

/** Runs work under another clock; the demo's seed lives through its months this way, and tests set their moment. */
export function underClock<T>(clock: () => number, run: () => Promise<T>): Promise<T> {
  return moved.run(clock, run);
}
