import { type Account, type App, isCard, type Line, type Paper, type Profile } from './account';

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

/** Asks the card for money; a decline leaves nothing but its attempt. */
export function take(account: Account, app: App, amount: bigint): boolean {
  if (!account.pays[app.profile]) account.declined += 1;
  else app.payments.push({ amount, isBack: false });
  return account.pays[app.profile];
}

/** A line of the running period; by card it is invoiced at once, else it waits. Nothing for nothing. */
export function bill(account: Account, app: App, { net, vat }: Amounts): Line | null {
  if (net === 0n) return null;
  const { profile, start: period } = app;
  const line = { profile, net, credited: 0n, period, isBilled: isCard(profile) };
  app.lines.push(line);
  if (line.isBilled) account.papers.push({ kind: 'invoice', profile, net, vat });
  return line;
}

export type Credit = { readonly line: Line; readonly net: bigint };

/** Takes a credit from the newest line back, never more than a line holds. */
export function creditFrom(rules: Rules, lines: readonly Line[], wanted: bigint): Credit[] {
  let rest = wanted;
  return [...lines].reverse().flatMap((line) => {
    const net = rules.credit(rest, line.net - line.credited);
    rest -= net;
    return net > 0n ? [{ line, net }] : [];
  });
}

/** The credit notes of a credit: one for each profile that was billed. */
export function notesOf(account: Account, rules: Rules, credits: readonly Credit[]): Paper[] {
  const sums = new Map<Profile, bigint>();
  for (const { line, net } of credits) sums.set(line.profile, (sums.get(line.profile) ?? 0n) + net);
  return [...sums].map(([profile, net]) => ({ kind: 'credit_note', profile, net, vat: rules.vat(net, account.vat) }));
}

export function issueCredit(account: Account, credits: readonly Credit[], notes: readonly Paper[]): void {
  for (const { line, net } of credits) line.credited += net;
  account.papers.push(...notes);
}

export function totalOf(papers: readonly Paper[]): bigint {
  return papers.reduce((sum, { net, vat }) => sum + net + vat, 0n);
}
