import { type Account, type App, isCard } from './account';
import { type Day, dayAt, daysFrom } from './calendar';
import { creditFor, payFor } from './credit';
import { type Decision, nothing } from './decision';
import { bill, creditFrom, issueNotes, notesOf, priceOf, type Rules, totalOf, withVat } from './money';

export type QuantityWish =
  | { readonly do: 'set'; readonly quantity: number; readonly replace: boolean }
  | { readonly do: 'take back'; readonly replace: boolean }
  | { readonly do: 'remove planned' };

type Counted = App & { readonly quantity: number };

/** What a wish about the number of licenses means at an instant; undefined where it is refused. */
export function decideQuantity(account: Account, app: App, wish: QuantityWish, at: number, rules: Rules) {
  if (!isCounted(app)) return undefined;
  if (wish.do === 'remove planned') return decideRemoval(account, app, rules);
  const today = dayAt(account.zones[app.profile], at);
  if ((app.state !== 'A' && app.state !== 'AE') || today >= app.end) return undefined;
  if (app.planned !== null && !wish.replace) return undefined;
  const change = { account, app, rules, today, at };
  return wish.do === 'set' ? decideNumber(change, wish.quantity) : decideTakeBack(change);
}

type Change = {
  readonly account: Account;
  readonly app: Counted;
  readonly rules: Rules;
  readonly today: Day;
  readonly at: number;
};

function decideNumber(change: Change, to: number): Decision | undefined {
  const { app } = change;
  if (to === app.quantity || !isPossible(app, to)) return undefined;
  if (to > app.quantity) return decideIncrease(change, to);
  if (app.state === 'AE' || app.plan.fewer === 'never') return undefined;
  return app.plan.fewer === 'immediate' ? decideDecreaseNow(change, to) : decideDecrease(change, to);
}

function decideIncrease({ account, app, rules, today, at }: Change, to: number): Decision {
  const { left, days } = remainder(app, today);
  const from = app.quantity;
  const price = withVat(account, rules, rules.increase(app.plan.unit, from, to, left, days));
  const fromCredit = isCard(app.profile) ? creditFor(account, app.profile, price.total) : 0n;
  return {
    shown: { ...nothing, charge: price.total, fromCredit, renewal: renewalOf(account, app, rules, to) },
    commit: () => {
      const { isWhole, paid } = payFor(account, app, price.total, at);
      if (!isWhole) return false;
      const line = bill(account, app, price, { madeOn: today, paid });
      app.increase = { from, to, on: today, period: app.start, line, isTakenBack: false };
      app.quantity = to;
      app.planned = null;
      return true;
    },
  };
}

function decideDecrease({ account, app, rules }: Change, to: number): Decision {
  return {
    shown: { ...nothing, renewal: renewalOf(account, app, rules, to) },
    commit: () => {
      app.planned = { plan: null, quantity: to };
      return true;
    },
  };
}

function decideDecreaseNow(change: Change, to: number): Decision {
  const { app, rules, today } = change;
  const { left, days } = remainder(app, today);
  const wanted = priceOf(app.plan.unit, app.quantity, left, days) - priceOf(app.plan.unit, to, left, days);
  const ofPeriod = app.lines.filter(({ period }) => period === app.start);
  return decideCredit(change, to, creditFrom(rules, ofPeriod, wanted));
}

/** The newest increase of the running period, within seven days of it. */
function decideTakeBack(change: Change): Decision | undefined {
  const { app, rules, today } = change;
  const { increase } = app;
  if (app.state !== 'A' || !increase || increase.isTakenBack || increase.period !== app.start) return undefined;
  if (increase.line && increase.line.plan !== app.plan) return undefined;
  if (daysFrom(increase.on, today) > 7 || app.quantity !== increase.to || !isPossible(app, increase.from)) {
    return undefined;
  }
  const { left, days } = remainder(app, today);
  const { unit } = app.plan;
  const wanted = priceOf(unit, increase.to, left, days) - priceOf(unit, increase.from, left, days);
  const credits = creditFrom(rules, increase.line ? [increase.line] : [], wanted);
  const decision = decideCredit(change, increase.from, credits);
  return {
    ...decision,
    commit: () => {
      increase.isTakenBack = true;
      return decision.commit();
    },
  };
}

function decideCredit({ account, app, rules }: Change, to: number, credits: ReturnType<typeof creditFrom>): Decision {
  const notes = notesOf(account, rules, credits);
  return {
    shown: { ...nothing, credit: totalOf(notes), renewal: renewalOf(account, app, rules, to) },
    commit: () => {
      issueNotes(account, notes);
      app.quantity = to;
      app.planned = null;
      return true;
    },
  };
}

function decideRemoval(account: Account, app: Counted, rules: Rules): Decision | undefined {
  if ((app.state !== 'A' && app.state !== 'PD') || !app.planned || app.planned.plan) return undefined;
  const renewal = withVat(account, rules, app.plan.unit * BigInt(app.quantity)).total;
  return {
    shown: { ...nothing, renewal },
    commit: () => {
      app.planned = null;
      return true;
    },
  };
}

function isCounted(app: App): app is Counted {
  return app.quantity !== null;
}

/** Within the plan's range, and not below what is assigned. */
export function isPossible({ plan: { range }, assigned }: Pick<App, 'plan' | 'assigned'>, quantity: number): boolean {
  return range !== null && quantity >= range.min && quantity <= range.max && quantity >= assigned;
}

/** Days left of the period, today counted. In a time zone behind the one it began in there are no more than it has. */
export function remainder({ start, end }: App, today: Day) {
  const days = daysFrom(start, end);
  return { left: Math.min(daysFrom(today, end), days), days };
}

/** What the next period costs, unless the app ends with this one. */
export function renewalOf(account: Account, app: App, rules: Rules, quantity: number | null, plan = app.plan) {
  return app.state === 'A' ? withVat(account, rules, plan.unit * BigInt(quantity ?? 1)).total : null;
}
