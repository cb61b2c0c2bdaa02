import { expect, it } from 'vitest';
import {
  findDocumentFilter,
  findPageNumber,
  selectDocuments,
  sumDue,
  sumWaiting,
} from '@/app/[locale]/_billing/document-selection';
import type { DocumentSummary } from '@/db/invoices';

const invoice: DocumentSummary = {
  id: 'due',
  kind: 'invoice',
  number: '2026-00001',
  billingProfileId: 'profile',
  issuedOn: '2026-11-01',
  dueOn: '2026-12-01',
  currency: 'SEK',
  totalMinor: 100n,
  paidMinor: 0n,
  creditedMinor: 0n,
};
const all: readonly DocumentSummary[] = [
  invoice,
  { ...invoice, id: 'late', dueOn: '2026-11-10', creditedMinor: 30n },
  { ...invoice, id: 'paid', paidMinor: 100n },
  { ...invoice, id: 'credited', creditedMinor: 100n },
  { ...invoice, id: 'note', kind: 'credit_note', dueOn: null },
];
const today = '2026-11-22';

it.each([
  ['all', ['due', 'late', 'paid', 'credited', 'note']],
  ['due', ['due', 'late']],
  ['paid', ['paid']],
  ['credit_notes', ['note']],
] as const)('the filter %s keeps %s', (filter, ids) => {
  expect(selectDocuments(all, filter, today).map(({ id }) => id)).toEqual(ids);
});

it('sums what is due, and of that what is late; a credit note is no debt', () => {
  expect(sumDue(all, today)).toEqual({ dueMinor: 170n, overdueMinor: 70n });
  expect(sumDue([], today)).toEqual({ dueMinor: 0n, overdueMinor: 0n });
});

it('sums what waits, VAT once per rate', () => {
  const third = { netMinor: 1n, vatRateBp: 2500 };
  expect(sumWaiting([third, third, { netMinor: 100n, vatRateBp: 600 }])).toEqual({
    netMinor: 102n,
    vatMinor: 7n,
    totalMinor: 109n,
  });
  expect(sumWaiting([])).toEqual({ netMinor: 0n, vatMinor: 0n, totalMinor: 0n });
});

it('takes an address that nobody linked to as the whole list from its start', () => {
  expect([undefined, 'x', 'due'].map(findDocumentFilter)).toEqual(['all', 'all', 'due']);
  expect([undefined, '0', '-1', '1.5', '3'].map(findPageNumber)).toEqual([1, 1, 1, 1, 3]);
});
