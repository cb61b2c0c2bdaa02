import { type Account, type App, type Invoice, isCard, type Payment, PROFILES, type Profile } from './account';
import { type Day, dayAt, plusDays } from './calendar';
import { creditFor, dueOf } from './credit';
import { type Rules, take } from './money';

const RETRY_DAYS = [2, 7, 14, 21];
const A_DAY_MS = 86_400_000;

/** Open invoices of a profile, the oldest due first. */
export function openInvoices(account: Account, profile: Profile): Invoice[] {
  return account.invoices.filter((invoice) => invoice.profile === profile && dueOf(account, invoice) > 0n);
}

/** One invoice for each month that is over, of what came to wait in it, less the profile's credit. */
export function invoiceMonths(account: Account, at: number, rules: Rules): void {
  for (const profile of PROFILES) {
    const today = dayAt(account.zones[profile], at);
    const waiting = account.apps.flatMap(({ lines }) =>
      lines.filter(
        (line) => line.profile === profile && line.invoice === null && monthOf(line.madeOn) < monthOf(today),
      ),
    );
    for (const month of [...new Set(waiting.map(({ madeOn }) => monthOf(madeOn)))].sort()) {
      const lines = waiting.filter(({ madeOn }) => monthOf(madeOn) === month);
      const net = lines.reduce((sum, line) => sum + line.net, 0n);
      const invoice: Invoice = { profile, net, vat: rules.vat(net, account.vat), issuedOn: today, paid: [] };
      account.invoices.push(invoice);
      for (const line of lines) line.invoice = invoice;
      const amount = creditFor(account, profile, dueOf(account, invoice));
      if (amount > 0n) invoice.paid.push({ amount, by: 'credit' });
    }
  }
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** A past-due app's invoices are tried again on their days, and once with a card that has not been tried. */
export function retryCards(account: Account, app: App, at: number): void {
  if (app.state !== 'PD') return;
  const billed = account.invoices.filter((invoice) => isCard(invoice.profile) && isBilled(app, invoice));
  for (const invoice of billed) {
    const due = dueOf(account, invoice);
    if (due === 0n || !isRetryDue(account, app, invoice, at)) continue;
    const card = take(account, app, { amount: due, at, invoice, profile: invoice.profile });
    if (!card) return;
    settle(account, invoice, { amount: due, by: card });
  }
}

function isRetryDue(account: Account, app: App, { profile, issuedOn }: Invoice, at: number): boolean {
  const zone = account.zones[profile];
  const isRefused = account.payments.some((payment) => {
    return payment.became === 'taken back' && payment.profile === profile && payment.card === account.card[profile];
  });
  if (isRefused) return false;
  const tried = account.declines.filter(
    (decline) =>
      decline.app === app &&
      decline.profile === profile &&
      decline.card === account.card[profile] &&
      decline.approval !== 'given',
  );
  const last = tried.at(-1);
  if (!last) return true;
  const due = RETRY_DAYS.map((day) => plusDays(issuedOn, day)).filter((day) => day <= dayAt(zone, at));
  return due.length > 0 && dayAt(zone, last.at) < String(due.at(-1));
}

/** The profile's card pays its oldest open invoice, five tries in a day. Answers undefined where that is refused. */
export function payNow(account: Account, profile: Profile, at: number): boolean | undefined {
  const [invoice] = openInvoices(account, profile);
  const tries = account.declines.filter((decline) => decline.byHand && decline.profile === profile);
  if (!invoice || !isCard(profile)) return undefined;
  const paidByHand = account.paidByHand.filter((paid) => paid.profile === profile);
  if ([...tries, ...paidByHand].filter((tried) => tried.at > at - A_DAY_MS).length >= 5) return undefined;
  const amount = dueOf(account, invoice);
  const card = take(account, payerOf(account, invoice), { amount, at, invoice, profile, byHand: true });
  if (!card) return false;
  account.paidByHand.push({ profile, at });
  settle(account, invoice, { amount, by: card });
  return true;
}

/** A transfer pays the invoice, then whatever else is open there; the rest stays to the profile's credit. */
export function receive(account: Account, invoice: Invoice, amount: bigint): void {
  let left = amount;
  const others = openInvoices(account, invoice.profile).filter((other) => other !== invoice);
  for (const each of [invoice, ...others]) {
    const due = dueOf(account, each);
    const part = left < due ? left : due;
    left -= part;
    if (part > 0n) settle(account, each, { amount: part, by: 'transfer' });
  }
  account.creditGiven[invoice.profile] += left;
}

/**
 * The payer's bank approves what it was asked for last: the money pays what it was for, or goes back where that is not
 * exactly what is due. Answers whether a bank was asked.
 */
export function approve(account: Account): boolean {
  const attempt = account.declines.filter(({ approval }) => approval === 'open').at(-1);
  if (!attempt) return false;
  attempt.approval = 'given';
  const { app, amount, profile, card, invoice } = attempt;
  const payment: Payment = { amount, profile, card, became: null };
  app.payments.push(payment);
  if (invoice === null || dueOf(account, invoice) !== amount) payment.became = 'given back';
  else settle(account, invoice, { amount, by: payment });
  account.payments.push(payment);
  return true;
}

/** The payer's bank takes the newest payment back: what it paid, or what its credit has paid since, is open again. */
export function takeBack(account: Account, at: number): boolean {
  const payment = account.payments.filter(({ became }) => !became).at(-1);
  if (!payment) return false;
  const dues = account.invoices.map((invoice) => dueOf(account, invoice));
  payment.became = 'taken back';
  for (const [index, invoice] of account.invoices.entries()) {
    if (dueOf(account, invoice) === dues[index]) continue;
    for (const app of account.apps.filter((each) => isBilled(each, invoice))) {
      const next = ({ A: 'PD', AE: 'PDE' } as const)[String(app.state)];
      if (next === undefined) continue;
      app.state = next;
      app.payBy = plusDays(dayAt(account.zones[invoice.profile], at), 30);
    }
  }
  return true;
}

/** An app that was past due and owes nothing more is back; a disabled one is not. */
function settle(account: Account, invoice: Invoice, payment: Invoice['paid'][number]): void {
  invoice.paid.push(payment);
  for (const app of account.apps) {
    const next = ({ PD: 'A', PDE: 'AE' } as const)[String(app.state)];
    const owes = account.invoices.some((each) => isBilled(app, each) && dueOf(account, each) > 0n);
    if (next === undefined || owes || !isBilled(app, invoice)) continue;
    app.state = next;
    app.payBy = null;
  }
}

function payerOf({ apps }: Account, invoice: Invoice): App {
  const [first] = apps.filter((app) => isBilled(app, invoice));
  if (!first) throw new Error('An invoice bills no app');
  return first;
}

function isBilled({ lines }: App, invoice: Invoice): boolean {
  return lines.some((line) => line.invoice === invoice);
}
