import type { Money } from '@/lib/domain/money';

/** What is asked of a payment provider. The same key must always get the same answer. */
export type ChargeRequest = {
  readonly token: string;
  readonly amount: Money;
  readonly idempotencyKey: string;
};

export type ChargeResult =
  | { readonly outcome: 'succeeded'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly declineCode: DeclineCode };

export type DeclineCode = 'card_declined' | 'card_expired' | 'insufficient_funds' | 'no_provider';

/** The line to whoever takes the money. It knows tokens only; a card number never comes this way. */
export type PaymentPort = {
  charge(request: ChargeRequest): Promise<ChargeResult>;
  /** Gives back a whole charge, when what was paid for could not be done after all. */
  refund(reference: string, idempotencyKey: string): Promise<void>;
};
