import type { TestCard } from './cards';
import { openVisits, secretName, type Visit } from './visits';

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

export type SetupSession = Visit<SetupAsked & { readonly card: GivenCard | undefined }>;

export type SetupSessions = ReturnType<typeof openSessions>;

/** Visits to give a card. Of a card only its token, brand, last four digits and last month stay. */
export function openSessions(clock: () => number) {
  const visits = openVisits<SetupAsked & { readonly card: GivenCard | undefined }>(clock);
  return {
    find: visits.find,
    open: (asked: SetupAsked): SetupSession => visits.open({ ...asked, card: undefined }),
    /** The first card stays: a second one changes nothing. */
    complete(id: string, { number, brand, behavior }: TestCard, expiryMonth: string): void {
      const session = visits.find(id);
      if (!session || session.card) return;
      const token = `${behavior}.${secretName()}`;
      visits.keep({ ...session, card: { token, brand, lastFour: number.slice(-4), expiryMonth } });
    },
  };
}
