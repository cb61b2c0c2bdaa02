import { AsyncLocalStorage } from 'node:async_hooks';
import type { Session } from './session';

// On the process, since Next bundles pages and actions apart, each with its own module state.
const key = Symbol.for('stegvis.session-seam');
const here: typeof globalThis & { [key]?: AsyncLocalStorage<{ session: Session | undefined }> } = globalThis;
here[key] ??= new AsyncLocalStorage();
const seam = here[key];

/** Runs the work as the person of the session, or as a visitor, without a request: for tests and the demo's seed. */
export function withSession<T>(session: Session | undefined, run: () => T): T {
  return seam.run({ session }, run);
}

/** What `withSession` supplied, in an object so that a supplied visitor differs from nothing supplied. */
export function findSuppliedSession(): { session: Session | undefined } | undefined {
  return seam.getStore();
}
