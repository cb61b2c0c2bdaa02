import type { PostalAddress } from './address';
import { addDays, type Day, daysBetween } from './days';
import { dueDayOf, linePriceOf } from './invoices';
import { type Amounts, type Currency, toDecimalString } from './money';
import type { Settlement } from './plans';
import { totalOf, type VatCategory, vatGroups } from './vat';

export type DocumentKind = 'invoice' | 'credit_note';

/** One side of an invoice. */
export type Party = PostalAddress & { readonly name: string; readonly vatNumber: string | null };

export type DocumentLineKind = 'period' | 'increase' | 'plan_change' | 'credit';

/** What a line says beside its money. Served from a day until before another, of a period of so many days. */
type LineWords = {
  readonly id: string;
  readonly kind: DocumentLineKind;
  readonly subscriptionId: string;
  readonly appName: string;
  readonly planName: string;
  readonly publisher: PostalAddress & { readonly name: string };
  readonly fromQuantity: number | null;
  readonly toQuantity: number | null;
  /** The invoice that a credit gives money back of; null when that was not invoiced yet. */
  readonly credits: { readonly documentId: string; readonly number: string } | null;
};

type LineFacts = LineWords & {
  readonly servedFrom: Day;
  readonly servedUntil: Day;
  readonly periodDays: number;
  readonly netMinor: bigint;
  readonly vatCategory: VatCategory;
  readonly vatRateBp: number;
  /** On a credit note: what has been credited before, at this rate, of the invoice that it credits. */
  readonly creditedNetMinor?: bigint;
};

type Head = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: Day;
  /** The language it was made out in. */
  readonly locale: string;
  readonly currency: Currency;
  readonly seller: Party;
  readonly soldTo: { readonly name: string; readonly country: string };
  readonly billTo: Party & { readonly contactName: string | null; readonly contactEmail: string | null };
  readonly profile: { readonly id: string; readonly name: string };
  readonly poNumber: string | null;
};

export type DocumentFacts = Head & { readonly settlement: Settlement; readonly lines: readonly LineFacts[] };

/** All that a document says, as it was when it was issued. Amounts are decimal text in its currency. */
export type DocumentSnapshot = Head & {
  readonly format: 1;
  /** Null on a credit note: there is nothing to pay. */
  readonly terms: { readonly settlement: Settlement; readonly dueOn: Day } | null;
  readonly period: { readonly from: Day; readonly through: Day };
  readonly lines: readonly (LineWords & {
    readonly servedFrom: Day;
    readonly servedThrough: Day;
    readonly days: number;
    readonly ofDays: number;
    readonly quantity: number;
    readonly unit: string;
    readonly net: string;
    readonly vatCategory: VatCategory;
    readonly vatRateBp: number;
  })[];
  readonly vatGroups: readonly {
    readonly category: VatCategory;
    readonly rateBp: number;
    readonly net: string;
    readonly vat: string;
  }[];
  readonly net: string;
  readonly vat: string;
  readonly total: string;
};

/** The document written out from its lines, with the sums that follow from them. Throws when there is no line. */
export function snapshotOf(facts: DocumentFacts): { readonly snapshot: DocumentSnapshot; readonly amounts: Amounts } {
  const { settlement, lines, ...head } = facts;
  const decimal = (amountMinor: bigint) => toDecimalString(amountMinor, facts.currency);
  const taxed = lines.map(({ netMinor, vatCategory: category, vatRateBp: rateBp, creditedNetMinor = 0n }) => {
    return { netMinor, category, rateBp, creditedNetMinor };
  });
  const amounts = totalOf(taxed);
  return {
    amounts,
    snapshot: {
      ...head,
      format: 1,
      terms: facts.kind === 'invoice' ? { settlement, dueOn: dueDayOf(settlement, facts.issuedOn) } : null,
      period: periodOf(lines),
      lines: lines.map((line) => lineOf(line, decimal)),
      vatGroups: vatGroups(taxed).map(({ category, rateBp, netMinor, vatMinor }) => ({
        category,
        rateBp,
        net: decimal(netMinor),
        vat: decimal(vatMinor),
      })),
      net: decimal(amounts.netMinor),
      vat: decimal(amounts.vatMinor),
      total: decimal(amounts.totalMinor),
    },
  };
}

function lineOf(line: LineFacts, decimal: (amountMinor: bigint) => string): DocumentSnapshot['lines'][number] {
  const { servedUntil, periodDays, netMinor, creditedNetMinor: _, ...words } = line;
  const { quantity, unitMinor } = linePriceOf(line);
  return {
    ...words,
    servedThrough: addDays(servedUntil, -1),
    days: daysBetween(line.servedFrom, servedUntil),
    ofDays: periodDays,
    quantity,
    unit: decimal(unitMinor),
    net: decimal(netMinor),
  };
}

function periodOf(lines: readonly LineFacts[]): DocumentSnapshot['period'] {
  const [from] = lines.map(({ servedFrom }) => servedFrom).sort();
  const until = lines
    .map(({ servedUntil }) => servedUntil)
    .sort()
    .at(-1);
  if (from === undefined || until === undefined) throw new RangeError('A document has at least one line');
  return { from, through: addDays(until, -1) };
}

/** The invoices that a credit note gives money back of, each once (BG-3); none of what was not invoiced before. */
export function creditedNumbersOf({ lines }: DocumentSnapshot): string[] {
  return [...new Set(lines.flatMap(({ credits }) => (credits ? [credits.number] : [])))];
}
