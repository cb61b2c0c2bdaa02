import { randomBytes } from 'node:crypto';
import type { TestCard } from './cards';

const LIFE_MS = 30 * 60_000;

/** What a merchant asks for when it sends somebody here. */
export type SetupAsked = {
  readonly idempotencyKey: string;
  readonly locale: string;
  readonly payer: string;
  readonly returnUrl: string;
  readonly cancelUrl: string;
};

/** A card as a merchant gets to know it. */
export type GivenCard = {
  readonly token: string;
  readonly brand: string;
  readonly lastFour: string;
  readonly expiryMonth: string;
};

export type SetupSession = SetupAsked & {
  readonly id: string;
  readonly expiresAt: number;
  readonly card: GivenCard | undefined;
};

export type SetupSessions = ReturnType<typeof openSessions>;

/** Visits, kept in memory for half an hour. Of a card only its token, brand, last four digits and last month stay. */
export function openSessions(clock: () => number) {
  const byId = new Map<string, SetupSession>();

  function find(id: string): SetupSession | undefined {
    const session = byId.get(id);
    return session && clock() < session.expiresAt ? session : undefined;
  }

  return {
    find,
    /** The same key is the same session, as long as it lasts. */
    open(asked: SetupAsked): SetupSession {
      for (const { id, expiresAt } of byId.values()) if (expiresAt <= clock()) byId.delete(id);
      const earlier = [...byId.values()].find(({ idempotencyKey }) => idempotencyKey === asked.idempotencyKey);
      if (earlier) return earlier;
      const session = { ...asked, id: secretName(), expiresAt: clock() + LIFE_MS, card: undefined };
      byId.set(session.id, session);
      return session;
    },
    /** The first card stays: a second one changes nothing. */
    complete(id: string, { number, brand, behavior }: TestCard, expiryMonth: string): void {
      const session = find(id);
      if (!session || session.card) return;
      const token = `${behavior}.${secretName()}`;
      byId.set(id, { ...session, card: { token, brand, lastFour: number.slice(-4), expiryMonth } });
    },
  };
}

function secretName(): string {
  return randomBytes(18).toString('base64url');
}
