import type { Day } from './days';
import { accept, type Outcome, refuse } from './outcome';
import type { Settlement } from './plans';
import type { SubscriptionState } from './subscription-states';

/** What a card is charged as: first, or when the first is declined. */
export const PAYMENT_ROLES = ['primary', 'backup'] as const;
export type PaymentRole = (typeof PAYMENT_ROLES)[number];

/** All that is known of a card; `expiryMonth` is 'YYYY-MM'. */
export type Card = { readonly brand: string; readonly lastFour: string; readonly expiryMonth: string };
export type Method = ({ readonly kind: 'card' } & Card) | { readonly kind: 'bank_transfer' };

/** What a profile is paid with. Only a profile that pays by card has a backup. */
export type PaidWith = { readonly method: Method; readonly backup: Card | null };

/** A billing profile as the choice of its payment method is judged by. */
export type PayingFacts = PaidWith & {
  readonly settlement: Settlement;
  /** Those that are billed to it and not disabled. */
  readonly apps: readonly {
    readonly name: string;
    readonly state: SubscriptionState;
    /** The first day after the period; null before activation. */
    readonly periodEnd: Day | null;
  }[];
  /** What was used and stands on no invoice yet, without VAT. */
  readonly waitingNetMinor: bigint;
};

/** `setup`: the visit to the provider's page at which the card was given. */
export type MethodWish =
  | { readonly act: 'use_card' | 'use_backup'; readonly setup: string }
  | { readonly act: 'use_bank_transfer' | 'remove_backup' };

/** What is asked for, with the card that was given for it. */
export type MethodChange =
  | { readonly act: 'use_card' | 'use_backup'; readonly card: Card }
  | { readonly act: 'use_bank_transfer' | 'remove_backup' };

export type MethodRefusal =
  | 'already_bank_transfer'
  | 'payment_failed_open'
  | 'backup_needs_card'
  | 'backup_same_card'
  | 'no_backup';

/** Everything that a review tells. */
export type MethodDecision = {
  readonly act: MethodWish['act'];
  readonly before: PaidWith;
  readonly after: PaidWith;
  readonly settlement: Settlement;
  readonly apps: readonly string[];
  /** Apps whose failed payment stays to be paid. */
  readonly owing: readonly string[];
  /** The renewal that comes first. */
  readonly next: { readonly on: Day; readonly app: string } | null;
  readonly waitingNetMinor: bigint;
};

/**
 * Whether a profile can be paid as wished, and what that means. A profile whose card payment has failed stays with
 * cards until that is paid, since it is tried again on a card; what waits for an invoice waits on, whatever comes.
 */
export function decideMethod(facts: PayingFacts, change: MethodChange): Outcome<MethodDecision, MethodRefusal> {
  const after = decideAfter(facts, change);
  if (!after.ok) return after;
  const { method, backup, apps, waitingNetMinor } = facts;
  return accept({
    act: change.act,
    before: { method, backup },
    after: after.value,
    settlement: after.value.method.kind === 'card' ? 'card' : 'invoice',
    apps: apps.map(({ name }) => name),
    owing: apps.filter(({ state }) => isOwing(state)).map(({ name }) => name),
    next: findNext(facts),
    waitingNetMinor,
  });
}

function decideAfter(facts: PayingFacts, change: MethodChange): Outcome<PaidWith, MethodRefusal> {
  const { method, backup } = facts;
  switch (change.act) {
    case 'use_card': {
      const isBackup = backup !== null && isSameCard(backup, change.card);
      return isBackup ? refuse('backup_same_card') : accept({ method: { kind: 'card', ...change.card }, backup });
    }
    case 'use_bank_transfer': {
      const refusal = findBankTransferRefusal(facts);
      return refusal ? refuse(refusal) : accept({ method: { kind: 'bank_transfer' }, backup: null });
    }
    case 'use_backup':
      if (method.kind !== 'card') return refuse('backup_needs_card');
      return isSameCard(method, change.card) ? refuse('backup_same_card') : accept({ method, backup: change.card });
    case 'remove_backup':
      return backup === null ? refuse('no_backup') : accept({ method, backup: null });
  }
}

/** What stands in the way of paying by bank transfer now. */
export function findBankTransferRefusal({
  method,
  apps,
}: Pick<PayingFacts, 'method' | 'apps'>): 'already_bank_transfer' | 'payment_failed_open' | undefined {
  if (method.kind === 'bank_transfer') return 'already_bank_transfer';
  return apps.some(({ state }) => isOwing(state)) ? 'payment_failed_open' : undefined;
}

/** Whether a payment of the app has failed and is still to be made. */
export function isOwing(state: SubscriptionState): boolean {
  return state === 'past_due' || state === 'past_due_ending';
}

function findNext({ apps }: PayingFacts): MethodDecision['next'] {
  const renewals = apps.flatMap(({ name, state, periodEnd }) =>
    state === 'active' && periodEnd !== null ? [{ on: periodEnd, app: name }] : [],
  );
  return renewals.reduce<MethodDecision['next']>((first, each) => (first && first.on <= each.on ? first : each), null);
}

function isSameCard(one: Card, other: Card): boolean {
  return one.brand === other.brand && one.lastFour === other.lastFour && one.expiryMonth === other.expiryMonth;
}
