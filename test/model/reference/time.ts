import { type Account, type App, newestOf } from './account';
import { dayAt, dayOfMonth, plusDays, plusMonths } from './calendar';
import { payFor } from './credit';
import { disable } from './ending';
import { invoiceMonths, retryCards } from './ledger';
import { bill, type Rules, withVat } from './money';
import { isPossibleWith } from './plan';
import { isPossible } from './quantity';

/** The publisher has set the app up: the first period begins and is billed. Answers whether that was possible. */
export function activate(account: Account, app: App, at: number, rules: Rules): boolean {
  if (app.state !== 'PA') return false;
  const today = dayAt(account.zones[app.profile], at);
  app.anchor = dayOfMonth(today);
  const isPaid = beginPeriod(account, app, today, { at, rules });
  app.state = isPaid ? 'A' : 'PD';
  if (!isPaid) app.payBy = plusDays(today, 7);
  return true;
}

/** The publisher reports how many licenses are assigned. Answers whether that was possible. */
export function assign(app: App, licenses: number): boolean {
  if (app.quantity === null || app.state === 'PA' || app.state === 'X' || licenses > app.quantity) return false;
  app.assigned = licenses;
  return true;
}

/** What time alone does, looked at once a day. */
export function passDay(account: Account, at: number, rules: Rules): void {
  const app = newestOf(account);
  endPeriod(account, app, at, rules);
  invoiceMonths(account, at, rules);
  retryCards(account, app, at);
  const isUnpaid = (app.state === 'PD' || app.state === 'PDE') && app.payBy !== null;
  if (isUnpaid && dayAt(account.zones[app.profile], at) > String(app.payBy)) disable(app, 'nonpayment');
}

function endPeriod(account: Account, app: App, at: number, rules: Rules): void {
  const today = dayAt(account.zones[app.profile], at);
  if (app.state === 'PA' && today > app.activateBy) disable(app, 'activation_timeout');
  if (app.state === 'PA' || app.state === 'X' || today < app.end) return;
  if (app.state === 'AE' || app.state === 'PDE') disable(app, 'cancelled');
  if (app.state === 'A') renew(account, app, at, rules);
}

function renew(account: Account, app: App, at: number, rules: Rules): void {
  applyPlanned(app);
  if (beginPeriod(account, app, app.end, { at, rules })) return;
  app.state = 'PD';
  app.payBy = plusDays(dayAt(account.zones[app.profile], at), 30);
}

/** What was planned is judged again; what no longer fits falls away. */
function applyPlanned(app: App): void {
  const { planned } = app;
  app.planned = null;
  if (!planned) return;
  const { plan, quantity } = planned;
  const isStill = plan ? isPossibleWith(app, { plan, quantity }) : quantity !== null && isPossible(app, quantity);
  if (!isStill) return;
  app.quantity = quantity;
  app.plan = plan ?? app.plan;
}

/** Credit pays before the card. Answers whether the period is paid, or is to be paid by the monthly invoice. */
function beginPeriod(account: Account, app: App, start: string, { at, rules }: { at: number; rules: Rules }): boolean {
  const price = withVat(account, rules, app.plan.unit * BigInt(app.quantity ?? 1));
  const { isWhole, paid } = payFor(account, app, price.total, at);
  app.start = start;
  app.end = plusMonths(start, app.plan.months, app.anchor);
  const line = bill(account, app, price, { madeOn: dayAt(account.zones[app.profile], at), paid });
  const failed = isWhole ? undefined : account.declines.at(-1);
  if (failed) failed.invoice = line?.invoice ?? null;
  return isWhole;
}
