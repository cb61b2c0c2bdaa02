import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from './steps';

/**
 * `declined`: it was tried and did not pay. `approval_wanted`: its bank wants the payment approved. `taken_back`: its
 * bank has taken a payment back.
 */
export type PaymentTrouble = 'declined' | 'approval_wanted' | 'taken_back';

/** An invoice that was chosen to be paid, as this reader may deal with it. */
export type PaySituation = {
  readonly standing: 'open' | 'paid' | 'credited';
  readonly method: 'card' | 'bank_transfer';
  /** What is wrong with the card of now; undefined for one that has not failed. */
  readonly trouble: PaymentTrouble | undefined;
  readonly mayPay: boolean;
  readonly hasReceipt: boolean;
};

export type PayReason = 'permission_missing' | 'nothing_to_pay' | (typeof TROUBLE_REASONS)[PaymentTrouble];

const TROUBLE_REASONS = {
  declined: 'payment_failed',
  approval_wanted: 'approval_wanted',
  taken_back: 'payment_taken_back',
} as const satisfies Record<PaymentTrouble, string>;

/** Where the paying of the invoice stands. A card that did not pay is a problem, and can still be tried again. */
export function payStateOf(situation: PaySituation | undefined): StepState<PayReason> {
  if (!situation) return TO_COME;
  const { standing, trouble, mayPay, hasReceipt } = situation;
  if (hasReceipt || standing === 'paid') return DONE;
  if (standing === 'credited') return notNeeded('nothing_to_pay');
  if (!mayPay) return blocked('permission_missing');
  return trouble ? blocked(TROUBLE_REASONS[trouble], true) : HERE;
}

export type ReplaceReason = 'nothing_to_pay' | 'pays_by_transfer' | 'card_not_refused';

/**
 * Why another card would be of no use; undefined where it would. A profile that pays by transfer has no card to
 * replace, and a card that has not been refused is good enough.
 */
export function idleReplacementOf({ standing, method, trouble }: PaySituation): ReplaceReason | undefined {
  if (standing !== 'open') return 'nothing_to_pay';
  if (method === 'bank_transfer') return 'pays_by_transfer';
  return trouble ? undefined : 'card_not_refused';
}
