import type { DocumentSummary, WaitingLine } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import { amountDueOf, invoiceStateOf } from '@/lib/domain/invoices';
import type { Amounts } from '@/lib/domain/money';
import { totalOf } from '@/lib/domain/vat';

export const DOCUMENT_FILTERS = ['all', 'due', 'paid', 'credit_notes'] as const;
export type DocumentFilter = (typeof DOCUMENT_FILTERS)[number];

export const PAGE_LENGTH = 25;

export function findDocumentFilter(text: string | undefined): DocumentFilter {
  return DOCUMENT_FILTERS.find((filter) => filter === text) ?? 'all';
}

/** From 1; anything else counts as the first page. */
export function findPageNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}

/** The documents a filter keeps, in the order given. */
export function selectDocuments(
  all: readonly DocumentSummary[],
  filter: DocumentFilter,
  today: Day,
): readonly DocumentSummary[] {
  return filter === 'all' ? all : all.filter((document) => filterOf(document, today) === filter);
}

function filterOf(document: DocumentSummary, today: Day): Exclude<DocumentFilter, 'all'> | undefined {
  if (document.kind === 'credit_note' || document.dueOn === null) return 'credit_notes';
  const state = invoiceStateOf(document, document.dueOn, today);
  if (state === 'due' || state === 'overdue') return 'due';
  return state === 'paid' ? 'paid' : undefined;
}

export type DueSums = { readonly dueMinor: bigint; readonly overdueMinor: bigint };

/** What is to pay of all invoices, and how much of it is late, in minor units of their one currency. */
export function sumDue(all: readonly DocumentSummary[], today: Day): DueSums {
  const invoices = all.filter(({ kind }) => kind === 'invoice');
  const late = invoices.filter(({ dueOn, ...balance }) => dueOn !== null && isLate(balance, dueOn, today));
  const sum = (some: readonly DocumentSummary[]) => some.reduce((total, each) => total + amountDueOf(each), 0n);
  return { dueMinor: sum(invoices), overdueMinor: sum(late) };
}

function isLate(balance: Omit<DocumentSummary, 'dueOn'>, dueOn: Day, today: Day): boolean {
  return invoiceStateOf(balance, dueOn, today) === 'overdue';
}

/** What the next invoice of a profile comes to, as far as it is known today. */
export function sumWaiting(lines: readonly Pick<WaitingLine, 'netMinor' | 'vatRateBp'>[]): Amounts {
  return totalOf(lines.map(({ netMinor, vatRateBp: rateBp }) => ({ netMinor, category: 'S', rateBp })));
}
