import type { Money } from '@/lib/domain/money';
import type { Outcome } from '@/lib/domain/outcome';
import type { Card } from '@/lib/domain/payment-methods';
import type { Locale } from '@/lib/i18n/locales';

/** What is asked of a payment provider. The same key must always get the same answer. */
export type ChargeRequest = {
  readonly token: string;
  readonly amount: Money;
  readonly idempotencyKey: string;
};

export type ChargeResult =
  | { readonly outcome: 'succeeded'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly declineCode: DeclineCode }
  /** The bank wants the payer to approve; `reference` names the charge for `openApproval`. */
  | { readonly outcome: 'needs_action'; readonly reference: string }
  /** Whether money was taken is not known: asked again by the same key, it is the same charge. */
  | { readonly outcome: 'unanswered' };

export type DeclineCode =
  | 'card_declined'
  | 'card_expired'
  | 'insufficient_funds'
  | 'authentication_required'
  | 'no_provider';

/** A visit to the provider's own page, where the payer approves a charge. The same key is the same visit. */
export type ApprovalRequest = {
  readonly reference: string;
  readonly idempotencyKey: string;
  readonly locale: Locale;
  readonly returnUrl: string;
};

/** `open`: not approved yet. */
export type ApprovalResult = 'open' | 'succeeded' | 'declined';

/** A visit to the provider's own page, where a reader gives a card. The same key is the same visit. */
export type SetupRequest = {
  readonly idempotencyKey: string;
  readonly locale: Locale;
  /** Who will pay, in words that the reader knows: the organization and the billing profile. */
  readonly payer: string;
  /** Where the provider sends the reader back to, with a card and without. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
};

export type Setup = { readonly id: string; readonly url: string };

/** `open`: no card yet. `gone`: expired, or never heard of. */
export type SetupResult =
  | { readonly status: 'open' | 'gone' }
  | { readonly status: 'complete'; readonly card: Card & { readonly token: string } };

/** `no_provider`: nobody was set up to take cards. `provider_away`: no answer that could be read. */
export type SetupRefusal = 'no_provider' | 'provider_away';

/** The line to whoever takes the money. It knows tokens only; a card number never comes this way. */
export type PaymentPort = {
  charge(request: ChargeRequest): Promise<ChargeResult>;
  /** Gives back a whole charge, when what was paid for could not be done after all. */
  refund(reference: string, idempotencyKey: string): Promise<void>;
  /** Forgets a card that nothing is charged to any more. Asked again, it is done once. */
  detach(token: string): Promise<void>;
  openSetup(request: SetupRequest): Promise<Outcome<Setup, SetupRefusal>>;
  findSetupResult(id: string): Promise<Outcome<SetupResult, SetupRefusal>>;
  /** Ends a visit and forgets the card that was given at it. Asked again, it is done once. */
  closeSetup(id: string): Promise<void>;
  openApproval(request: ApprovalRequest): Promise<Outcome<{ readonly url: string }, SetupRefusal>>;
  findApproval(reference: string): Promise<Outcome<ApprovalResult, SetupRefusal>>;
};
