import {
  type Account,
  type App,
  type Credit,
  type CreditNote,
  type Invoice,
  isCard,
  type Line,
  type Payment,
  type Profile,
} from './account';
import type { Day } from './calendar';

/** Money rules that a test may break on purpose, to see that the break is found. */
export type Rules = {
  /** Net price of going from one quantity to another for `left` of `days` days. */
  readonly increase: (unit: bigint, from: number, to: number, left: number, days: number) => bigint;
  /** What may be credited of a line that holds `held`, when `wanted` is asked for. */
  readonly credit: (wanted: bigint, held: bigint) => bigint;
  /** VAT of a net sum, in basis points. */
  readonly vat: (net: bigint, rate: bigint) => bigint;
};

/** n / d to the nearest whole number, halves away from zero. Neither is negative here. */
export function rounded(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d);
}

export function priceOf(unit: bigint, quantity: number, left: number, days: number): bigint {
  return rounded(unit * BigInt(quantity) * BigInt(left), BigInt(days));
}

export const RULES: Rules = {
  increase: (unit, from, to, left, days) => priceOf(unit, to, left, days) - priceOf(unit, from, left, days),
  credit: (wanted, held) => (wanted < held ? wanted : held),
  vat: (net, rate) => rounded(net * rate, 10_000n),
};

export type Amounts = { readonly net: bigint; readonly vat: bigint; readonly total: bigint };

export function withVat(account: Account, rules: Rules, net: bigint): Amounts {
  const vat = rules.vat(net, account.vat);
  return { net, vat, total: net + vat };
}

type Asked = {
  readonly amount: bigint;
  readonly at: number;
  readonly profile?: Profile;
  readonly byHand?: boolean;
  readonly invoice?: Invoice;
};

/** Asks a profile's card for money, usually the app's own; a decline leaves nothing but its attempt. */
export function take(
  account: Account,
  app: App,
  { amount, at, profile = app.profile, byHand = false, invoice }: Asked,
) {
  if (account.pays[profile] !== 'pays') {
    const approval = account.pays[profile] === 'asks' ? 'open' : null;
    const attempt = { app, profile, card: account.card[profile], at, byHand, amount, invoice: invoice ?? null };
    account.declines.push({ ...attempt, approval });
    return undefined;
  }
  const payment: Payment = { amount, profile, card: account.card[profile], became: null };
  app.payments.push(payment);
  account.payments.push(payment);
  return payment;
}

export type Paid = Invoice['paid'];

/** A line of the running period; by card it is invoiced at once, else it waits. Nothing for nothing. */
export function bill(account: Account, app: App, { net, vat }: Amounts, { madeOn, paid }: { madeOn: Day; paid: Paid }) {
  if (net === 0n) return null;
  const { plan, profile, start: period } = app;
  const line: Line = { plan, profile, net, credited: 0n, period, madeOn, invoice: null };
  app.lines.push(line);
  if (isCard(profile)) {
    line.invoice = { profile, net, vat, issuedOn: madeOn, paid };
    account.invoices.push(line.invoice);
  }
  return line;
}

/** Takes a credit from the newest line back, never more than a line holds. */
export function creditFrom(rules: Rules, lines: readonly Line[], wanted: bigint): Credit[] {
  let rest = wanted;
  return [...lines].reverse().flatMap((line) => {
    const net = rules.credit(rest, line.net - line.credited);
    rest -= net;
    return net > 0n ? [{ line, net }] : [];
  });
}

/**
 * The credit notes of a credit: one for each invoice that lines stand on, or will. Its VAT is what it adds to the VAT of
 * all that was credited there, so that crediting everything leaves nothing.
 */
export function notesOf(account: Account, rules: Rules, credits: readonly Credit[]): CreditNote[] {
  const bills = new Map<Invoice | string, Credit[]>();
  for (const credit of credits) bills.set(billOf(credit.line), [...(bills.get(billOf(credit.line)) ?? []), credit]);
  return [...bills].map(([bill, parts]) => {
    const billed = account.apps.flatMap(({ lines }) => lines.filter((line) => billOf(line) === bill));
    const before = billed.reduce((sum, { credited }) => sum + credited, 0n);
    const net = parts.reduce((sum, part) => sum + part.net, 0n);
    const vat = rules.vat(before + net, account.vat) - rules.vat(before, account.vat);
    return { profile: parts[0]?.line.profile ?? 'office', net, vat, parts };
  });
}

/** What waits is invoiced by profile and month. */
function billOf({ invoice, profile, madeOn }: Line): Invoice | string {
  return invoice ?? `${profile} ${madeOn.slice(0, 7)}`;
}

export function issueNotes(account: Account, notes: readonly CreditNote[]): void {
  for (const { line, net } of notes.flatMap(({ parts }) => parts)) line.credited += net;
  account.notes.push(...notes);
}

export function totalOf(papers: readonly { readonly net: bigint; readonly vat: bigint }[]): bigint {
  return papers.reduce((sum, { net, vat }) => sum + net + vat, 0n);
}
