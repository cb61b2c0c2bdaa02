import { type Account, type App, newestOf, type Plan, type Profile, type Reason } from './account';
import { dayAt, plusDays } from './calendar';
import { refundable } from './credit';
import { type Decision, nothing } from './decision';
import { issueNotes, notesOf, type Rules, totalOf, withVat } from './money';
import { renewalOf } from './quantity';

const REFUND_MS = 72 * 3_600_000;

export function decideCancelAtEnd(account: Account, app: App, at: number): Decision | undefined {
  const next = ({ A: 'AE', PD: 'PDE' } as const)[String(app.state)];
  if (next === undefined || todayOf(account, app, at) >= app.end) return undefined;
  return {
    shown: nothing,
    commit: () => {
      app.state = next;
      app.planned = null;
      return true;
    },
  };
}

/** Within 72 hours of the purchase everything that was charged is credited, and every payment that is there goes back. */
export function decideCancelNow(account: Account, app: App, at: number, rules: Rules): Decision | undefined {
  if (app.state === 'X') return undefined;
  const isRefunded = at - app.boughtAt <= REFUND_MS;
  const credits = app.lines.flatMap((line) => {
    const net = line.net - line.credited;
    return isRefunded && net > 0n ? [{ line, net }] : [];
  });
  const notes = notesOf(account, rules, credits);
  const payments = isRefunded ? refundable(account, app.payments, notes) : [];
  return {
    shown: { ...nothing, credit: totalOf(notes), back: payments.reduce((sum, { amount }) => sum + amount, 0n) },
    commit: () => {
      issueNotes(account, notes);
      for (const payment of payments) payment.became = 'given back';
      disable(app, 'cancelled');
      return true;
    },
  };
}

export function decideKeep(account: Account, app: App, at: number): Decision | undefined {
  const next = ({ AE: 'A', PDE: 'PD' } as const)[String(app.state)];
  if (next === undefined || todayOf(account, app, at) >= app.end) return undefined;
  return {
    shown: nothing,
    commit: () => {
      app.state = next;
      return true;
    },
  };
}

/** From the next invoice on, another profile of the same country pays. */
export function decideMove(account: Account, app: App, to: Profile, at: number, rules: Rules): Decision | undefined {
  if ((app.state !== 'A' && app.state !== 'AE') || todayOf(account, app, at) >= app.end) return undefined;
  if (to === app.profile || to === 'abroad') return undefined;
  return {
    shown: { ...nothing, renewal: plannedRenewalOf(account, app, rules) },
    commit: () => {
      app.profile = to;
      return true;
    },
  };
}

function plannedRenewalOf(account: Account, app: App, rules: Rules) {
  const { quantity, plan } = app.planned ?? app;
  return renewalOf(account, app, rules, quantity, plan ?? app.plan);
}

export type Purchase = { readonly plan: Plan; readonly profile: Profile; readonly quantity: number | null };

/** Only a disabled app is bought again, in the same currency, as a new one that waits to be activated. */
export function decideBuyAgain(account: Account, wish: Purchase, at: number, rules: Rules): Decision | undefined {
  if (newestOf(account).state !== 'X' || wish.profile === 'abroad' || !isSold(wish)) return undefined;
  return {
    shown: { ...nothing, renewal: withVat(account, rules, wish.plan.unit * BigInt(wish.quantity ?? 1)).total },
    commit: () => {
      purchase(account, wish, at);
      return true;
    },
  };
}

export function isSold({ plan: { range }, quantity }: Purchase): boolean {
  return range === null ? quantity === null : quantity !== null && quantity >= range.min && quantity <= range.max;
}

export function purchase(account: Account, { plan, profile, quantity }: Purchase, boughtAt: number): void {
  account.apps.push({
    plan,
    boughtAt,
    activateBy: plusDays(dayAt(account.zones[profile], boughtAt), 30),
    profile,
    state: 'PA',
    reason: null,
    quantity,
    assigned: 0,
    anchor: 0,
    start: '',
    end: '',
    payBy: null,
    planned: null,
    increase: null,
    lines: [],
    payments: [],
  });
}

export function disable(app: App, reason: Reason): void {
  app.state = 'X';
  app.reason = reason;
  app.planned = null;
}

function todayOf({ zones }: Account, { profile }: App, at: number) {
  return dayAt(zones[profile], at);
}
