import type { Adapter } from 'next-auth/adapters';
import { read, write } from '@/db/client';
import { findPersonByLogin } from '@/db/logins';
import { recordSession } from '@/db/sessions';
import { realNowAt } from '@/lib/server/clock';
import { SESSION_LIFE_MS } from '@/lib/server/session-cookie';
import { hashSecretToken } from './secret-token';

type AdapterFlow = {
  readonly userAgent: string | undefined;
  /** When the person proved at the provider who they are, for a session that starts at `startedAt`. */
  readonly provenAt: (startedAt: number) => number;
  readonly onSignIn: (personId: string) => void;
};

/**
 * next-auth's view of the database. It keeps the hash of a session token and hands the raw one back, which next-auth
 * puts into the cookie. It makes no people and ties no accounts: both were settled before it is asked.
 */
export function oidcAdapter(issuer: string, { userAgent, provenAt, onSignIn }: AdapterFlow): Adapter {
  return {
    getUserByAccount: async ({ providerAccountId }) => {
      const person = await read((db) => findPersonByLogin(db, { provider: issuer, providerAccountId }));
      return person ? { id: person.id, email: person.email, name: person.name, emailVerified: null } : null;
    },
    createSession: async ({ sessionToken, userId }) => {
      const startedAt = realNowAt();
      const expiresAt = startedAt + SESSION_LIFE_MS;
      const saved = await write((tx) =>
        recordSession(tx, {
          tokenHash: hashSecretToken(sessionToken),
          personId: userId,
          userAgent,
          startedAt,
          authenticatedAt: provenAt(startedAt),
          expiresAt,
          replacesHash: undefined,
        }),
      );
      if (!saved.ok) throw new Error(saved.refusal);
      onSignIn(userId);
      return { sessionToken, userId, expires: new Date(expiresAt) };
    },
    getUserByEmail: () => null,
    createUser: refuse,
    linkAccount: refuse,
    getSessionAndUser: () => null,
  };
}

function refuse(): never {
  throw new Error('an account without a person came past the sign-in check');
}
