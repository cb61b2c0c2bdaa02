import type { Day } from './days';
import {
  decideQuantityChange,
  decideRemovePending,
  decideTakeBack,
  type PendingRemoval,
  type QuantityRefusal,
  type RemovePendingRefusal,
  type TakeBackRefusal,
} from './licenses';
import { accept, type Outcome } from './outcome';
import type { QuantityQuote } from './quantity-quote';
import type { SubscriptionFacts } from './subscription-facts';

/** What a reader asks for: a new total, the newest increase taken back, or the planned change removed. */
export type QuantityWish =
  | { readonly act: 'change'; readonly quantity: number; readonly replacePlanned: boolean }
  | { readonly act: 'take_back'; readonly replacePlanned: boolean }
  | { readonly act: 'remove_planned_change' };

/** What would be done, in full. `decrease` waits for the renewal, `decrease_now` does not. */
export type QuantityDecision =
  | { readonly act: 'increase' | 'decrease' | 'decrease_now' | 'take_back'; readonly quote: QuantityQuote }
  | { readonly act: 'remove_planned_change'; readonly removal: PendingRemoval };

export type QuantityAct = QuantityDecision['act'];
export type WishRefusal = QuantityRefusal | TakeBackRefusal | RemovePendingRefusal;

/** The rule that a wish asks for. `today` is the day in the billing profile's time zone. */
export function decideWish(
  facts: SubscriptionFacts,
  wish: QuantityWish,
  today: Day,
): Outcome<QuantityDecision, WishRefusal> {
  if (wish.act === 'remove_planned_change') {
    const removal = decideRemovePending(facts);
    return removal.ok ? accept({ act: wish.act, removal: removal.value }) : removal;
  }
  const options = { replacePending: wish.replacePlanned };
  const quote =
    wish.act === 'take_back'
      ? decideTakeBack(facts, today, options)
      : decideQuantityChange(facts, wish.quantity, today, options);
  return quote.ok ? accept({ act: actOf(quote.value, today), quote: quote.value }) : quote;
}

function actOf(
  quote: QuantityQuote,
  today: Day,
): QuantityAct & ('increase' | 'decrease' | 'decrease_now' | 'take_back') {
  return quote.kind === 'decrease' && quote.effectiveOn === today ? 'decrease_now' : quote.kind;
}
