import type { Day } from './days';
import type { DecreasePolicy, PlanTerms, Pricing, Term } from './plans';
import type { CreditableCharge } from './proration';
import type { PriceFacts } from './quantity-quote';
import type { SubscriptionState } from './subscription-states';

/** What comes at the renewal: a number of licenses, or another plan with the number that goes with it (null when flat). */
export type PendingChange =
  | { readonly id: string; readonly to: number; readonly plan?: undefined }
  | { readonly id: string; readonly to: number | null; readonly plan: PlanTerms };

export type NewestIncrease = CreditableCharge & {
  readonly from: number;
  readonly to: number;
  readonly madeOn: Day;
  readonly isTakenBack: boolean;
};

/** What must be loaded to judge a change of quantity; quantity is null exactly when flat, the period until active. */
export type SubscriptionFacts = PriceFacts & {
  readonly pricing: Pricing;
  readonly state: SubscriptionState;
  readonly quantity: number | null;
  /** As the publisher reports it; null when it has reported nothing. */
  readonly assignedQuantity: number | null;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  readonly term: Term;
  /** False on a plan with a fixed term: the subscription is over when its first period is. */
  readonly renews: boolean;
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly policyVersion: string;
  readonly decreasePolicy: DecreasePolicy;
  readonly pendingChange: PendingChange | undefined;
  /** The newest increase of this period, taken back or not. */
  readonly newestIncrease: NewestIncrease | undefined;
  /** What the profile has to its credit; nothing on an invoiced one, whose monthly invoice deducts it. */
  readonly profileCreditMinor: bigint;
  /** All charges of this period, oldest first, the newest increase included. */
  readonly periodCharges: readonly CreditableCharge[];
};
