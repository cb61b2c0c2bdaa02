import type { Day } from './days';
import { accept, type Outcome, refuse } from './outcome';

/** Ordered by a partner for the customer, or proposed to them by sales. */
export const ORDER_CHANNELS = ['partner', 'proposal'] as const;
export type OrderChannel = (typeof ORDER_CHANNELS)[number];

/** Why somebody declines: the keys below `offers.reasons` in ui.json. */
export const DECLINE_REASONS = [
  'not_expected',
  'not_needed',
  'too_expensive',
  'wrong_terms',
  'other_app',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** In characters, as they are counted by the database. */
export const DECLINE_COMMENT_LENGTH = 1000;
export const ORDER_TERMS_LENGTH = 2000;

export type OrderFacts = {
  readonly acceptedAt: number | null;
  readonly declinedAt: number | null;
  readonly withdrawnAt: number | null;
  readonly validThrough: Day;
};

export type OrderRefusal = 'order_accepted' | 'order_declined' | 'order_withdrawn' | 'order_expired';

/** Whether an order can be accepted or declined on a day, which is the last one included. */
export function judgeOrder(order: OrderFacts, today: Day): Outcome<null, OrderRefusal> {
  if (order.acceptedAt !== null) return refuse('order_accepted');
  if (order.declinedAt !== null) return refuse('order_declined');
  if (order.withdrawnAt !== null) return refuse('order_withdrawn');
  return order.validThrough < today ? refuse('order_expired') : accept(null);
}
