import { type Account, newestOf, type Plan, type Profile } from './account';
import type { Decision } from './decision';
import { decideBuyAgain, decideCancelAtEnd, decideCancelNow, decideKeep, decideMove } from './ending';
import type { Rules } from './money';
import { decidePlan, type PlanWish } from './plan';
import { decideQuantity, type QuantityWish } from './quantity';

/** Everything that a person can ask for here. */
export type Wish =
  | QuantityWish
  | PlanWish
  | { readonly do: 'cancel'; readonly time: 'at_end' | 'now' }
  | { readonly do: 'keep' }
  | { readonly do: 'move'; readonly to: Profile }
  | { readonly do: 'buy again'; readonly plan: Plan; readonly profile: Profile; readonly quantity: number | null };

export type Person = 'owner' | 'contributor' | 'somebody else';

/** What somebody's wish for the newest app means at an instant; undefined where it is refused. */
export function decide(account: Account, person: Person, wish: Wish, at: number, rules: Rules): Decision | undefined {
  const app = newestOf(account);
  if (!mayAsk(person, wish, app.profile)) return undefined;
  switch (wish.do) {
    case 'cancel':
      return wish.time === 'now' ? decideCancelNow(account, app, at, rules) : decideCancelAtEnd(account, app, at);
    case 'keep':
      return decideKeep(account, app, at);
    case 'move':
      return decideMove(account, app, wish.to, at, rules);
    case 'buy again':
      return decideBuyAgain(account, wish, at, rules);
    case 'plan':
    case 'keep plan':
      return decidePlan(account, app, wish, at, rules);
    default:
      return decideQuantity(account, app, wish, at, rules);
  }
}

/** The owner owns every profile; the contributor buys and changes on one, and reads the others. */
function mayAsk(person: Person, wish: Wish, profile: Profile): boolean {
  const payers = wish.do === 'buy again' ? [wish.profile] : wish.do === 'move' ? [profile, wish.to] : [profile];
  return person === 'owner' || (person === 'contributor' && payers.every((payer) => payer === 'office'));
}
