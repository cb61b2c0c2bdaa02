import {
  type Account,
  type App,
  type CreditNote,
  type Invoice,
  isCard,
  type Payment,
  PROFILES,
  type Profile,
} from './account';
import { take, totalOf } from './money';

/** What has paid of an invoice and still does. */
export function paidOf(account: Account, invoice: Invoice): bigint {
  return cashOf(invoice) + (creditOf(account, invoice.profile).short.get(invoice) ?? creditPutTo(invoice));
}

function cashOf({ paid }: Invoice): bigint {
  return sum(paid.flatMap(({ amount, by }) => (by === 'transfer' || (by !== 'credit' && !by.became) ? [amount] : [])));
}

function creditPutTo({ paid }: Invoice): bigint {
  return sum(paid.flatMap(({ amount, by }) => (by === 'credit' ? [amount] : [])));
}

/**
 * What a profile's invoices were paid too much, and transfers that nothing needed, less what other invoices have of it.
 * When such money goes back, the newest of those are short of it.
 */
function creditOf(account: Account, profile: Profile) {
  const own = account.invoices.filter((invoice) => invoice.profile === profile);
  const missingOf = (invoice: Invoice) => totalOf([invoice]) - creditedOf(account, invoice) - cashOf(invoice);
  let left = account.creditGiven[profile] + sum(own.map((invoice) => positive(-missingOf(invoice))));
  const short = new Map<Invoice, bigint>();
  for (const invoice of own) {
    const used = least(creditPutTo(invoice), positive(missingOf(invoice)));
    if (left < used) short.set(invoice, left);
    left -= least(used, left);
  }
  return { left, short };
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}

/** What credit notes have taken off an invoice. */
export function creditedOf({ notes }: Account, invoice: Invoice): bigint {
  return totalOf(notes.filter(({ parts }) => parts.some(({ line }) => line.invoice === invoice)));
}

export function dueOf(account: Account, invoice: Invoice): bigint {
  return positive(totalOf([invoice]) - paidOf(account, invoice) - creditedOf(account, invoice));
}

/** What a profile's credit pays of an amount. */
export function creditFor(account: Account, profile: Profile, wanted: bigint): bigint {
  return least(creditOf(account, profile).left, wanted);
}

/** Credit pays before the card; on an invoiced profile nothing is paid yet. Answers whether the card was not declined. */
export function payFor(account: Account, app: App, wanted: bigint, at: number) {
  if (!isCard(app.profile)) return { isWhole: true, paid: [] };
  const credit = creditFor(account, app.profile, wanted);
  const rest = wanted - credit;
  const card = rest > 0n ? take(account, app, { amount: rest, at }) : undefined;
  const isWhole = rest === 0n || card !== undefined;
  const byCredit = credit > 0n ? [{ amount: credit, by: 'credit' as const }] : [];
  return { isWhole, paid: [...(card ? [{ amount: rest, by: card }] : []), ...byCredit] };
}

/** Payments of cards, so far as the profiles have them over once these notes credit what they credit. */
export function refundable(account: Account, payments: readonly Payment[], notes: readonly CreditNote[]): Payment[] {
  const after = { ...account, notes: [...account.notes, ...notes] };
  const left = new Map(PROFILES.map((profile) => [profile, creditOf(after, profile).left]));
  return payments.filter(({ amount, profile, became }) => {
    const rest = left.get(profile) ?? 0n;
    if (became || amount > rest) return false;
    left.set(profile, rest - amount);
    return true;
  });
}
