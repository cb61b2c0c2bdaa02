import { randomBytes } from 'node:crypto';
import type { Words } from './words';

/** What the last form did, with what was typed into it: said once, on the page that follows. */
export type Told = { readonly code: keyof Words['done']; readonly typed: string };

/** Somebody signed in at one publisher's, and the subscriptions they have been handed over for. */
export type PortalSession = {
  readonly publisher: string;
  readonly account: string;
  readonly apps: Set<string>;
  told?: Told;
};

/** Everybody signs in as the same made-up person. */
export const ACCOUNT = 'Robin Sandell';

const COOKIE = 'portal-session';

/** Sessions live as long as this process. */
export function openSessions() {
  const all = new Map<string, PortalSession>();
  return {
    find(cookies: string | undefined, publisher: string): PortalSession | undefined {
      const [, id = ''] = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(cookies ?? '') ?? [];
      const found = all.get(id);
      return found?.publisher === publisher ? found : undefined;
    },
    /** A new session, with the header that gives it to the browser. */
    start(publisher: string): { readonly session: PortalSession; readonly setCookie: string } {
      const id = randomBytes(32).toString('base64url');
      const session = { publisher, account: ACCOUNT, apps: new Set<string>() };
      all.set(id, session);
      return { session, setCookie: `${COOKIE}=${id}; Path=/${publisher}; HttpOnly; SameSite=Lax` };
    },
  };
}

export type Sessions = ReturnType<typeof openSessions>;
