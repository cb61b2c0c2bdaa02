import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from './steps';

/** An invoice that was chosen to be paid, as this reader may deal with it. */
export type PaySituation = {
  readonly standing: 'open' | 'paid' | 'credited';
  readonly method: 'card' | 'bank_transfer';
  /** The card of now was tried for it and did not pay. */
  readonly isDeclined: boolean;
  readonly mayPay: boolean;
  readonly hasReceipt: boolean;
};

export type PayReason = 'permission_missing' | 'nothing_to_pay' | 'payment_failed';

/** Where the paying of the invoice stands. A card that did not pay is a problem, and can still be tried again. */
export function payStateOf(situation: PaySituation | undefined): StepState<PayReason> {
  if (!situation) return TO_COME;
  const { standing, isDeclined, mayPay, hasReceipt } = situation;
  if (hasReceipt || standing === 'paid') return DONE;
  if (standing === 'credited') return notNeeded('nothing_to_pay');
  if (!mayPay) return blocked('permission_missing');
  return isDeclined ? blocked('payment_failed', true) : HERE;
}

export type ReplaceReason = 'nothing_to_pay' | 'pays_by_transfer' | 'card_not_refused';

/**
 * Why another card would be of no use; undefined where it would. A profile that pays by transfer has no card to
 * replace, and a card that has not been refused is good enough.
 */
export function idleReplacementOf({ standing, method, isDeclined }: PaySituation): ReplaceReason | undefined {
  if (standing !== 'open') return 'nothing_to_pay';
  if (method === 'bank_transfer') return 'pays_by_transfer';
  return isDeclined ? undefined : 'card_not_refused';
}
