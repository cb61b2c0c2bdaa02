import { type Account, type App, isCard, type Plan } from './account';
import { dayAt } from './calendar';
import { creditFor, payFor } from './credit';
import { type Decision, nothing } from './decision';
import { bill, priceOf, type Rules, withVat } from './money';
import { isPossible, remainder, renewalOf } from './quantity';

export type PlanWish =
  | { readonly do: 'plan'; readonly plan: Plan; readonly quantity: number | null; readonly replace: boolean }
  | { readonly do: 'keep plan' };

type Side = { readonly plan: Plan; readonly quantity: number | null };

/** What a wish about the plan means at an instant: dearer for the same term now, anything else at the renewal. */
export function decidePlan(account: Account, app: App, wish: PlanWish, at: number, rules: Rules): Decision | undefined {
  if (wish.do === 'keep plan') return decideKeepPlan(account, app, rules);
  const today = dayAt(account.zones[app.profile], at);
  if ((app.state !== 'A' && app.state !== 'AE') || today >= app.end) return undefined;
  const to: Side = { plan: wish.plan, quantity: wish.plan.range ? wish.quantity : null };
  if (wish.plan === app.plan || !isPossibleWith(app, to)) return undefined;
  const isNow = to.plan.months === app.plan.months && wholeOf(to) > wholeOf(app);
  if (!isNow && app.state === 'AE') return undefined;
  if (app.planned !== null && !wish.replace) return undefined;
  return isNow ? changeNow({ account, app, rules, today, at }, to) : planFor({ account, app, rules }, to);
}

type Change = { readonly account: Account; readonly app: App; readonly rules: Rules };

function changeNow({ account, app, rules, today, at }: Change & { today: string; at: number }, to: Side): Decision {
  const { left, days } = remainder(app, today);
  const priceOfSide = ({ plan, quantity }: Side) => priceOf(plan.unit, quantity ?? 1, left, days);
  const price = withVat(account, rules, priceOfSide(to) - priceOfSide(app));
  const fromCredit = isCard(app.profile) ? creditFor(account, app.profile, price.total) : 0n;
  return {
    shown: {
      ...nothing,
      charge: price.total,
      fromCredit,
      renewal: renewalOf(account, app, rules, to.quantity, to.plan),
    },
    commit: () => {
      const { isWhole, paid } = payFor(account, app, price.total, at);
      if (!isWhole) return false;
      Object.assign(app, to, { planned: null });
      bill(account, app, price, { madeOn: today, paid });
      return true;
    },
  };
}

function planFor({ account, app, rules }: Change, to: Side): Decision {
  return {
    shown: { ...nothing, renewal: renewalOf(account, app, rules, to.quantity, to.plan) },
    commit: () => {
      app.planned = to;
      return true;
    },
  };
}

function decideKeepPlan(account: Account, app: App, rules: Rules): Decision | undefined {
  if ((app.state !== 'A' && app.state !== 'PD') || !app.planned?.plan) return undefined;
  return {
    shown: { ...nothing, renewal: withVat(account, rules, wholeOf(app)).total },
    commit: () => {
      app.planned = null;
      return true;
    },
  };
}

/** Within the other plan's range and not below what is assigned; fewer only where the plan of now allows it. */
export function isPossibleWith(
  { assigned, quantity: current, plan: { fewer } }: App,
  { plan, quantity }: Side,
): boolean {
  if (plan.range === null) return true;
  if (quantity === null || (current !== null && quantity < current && fewer === 'never')) return false;
  return isPossible({ plan, assigned }, quantity);
}

/** Net for a whole term; a flat price is for one. */
function wholeOf({ plan, quantity }: Side): bigint {
  return plan.unit * BigInt(quantity ?? 1);
}
