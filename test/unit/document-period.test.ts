import { expect, test } from 'vitest';
import { fileNameOf, listMonths, parsePeriod } from '@/lib/domain/document-period';

test.each([
  ['2026-01', '2026-01', 'one month'],
  ['2025-11', '2026-02', 'over the new year'],
  ['2025-12', '2026-11', 'twelve months'],
])('from %s to %s: %s', (from, to) => {
  expect(parsePeriod(from, to)).toEqual({ ok: true, value: { from, to } });
});

test.each([
  ['', '2026-01', 'month_malformed'],
  ['2026-1', '2026-01', 'month_malformed'],
  ['2026-00', '2026-01', 'month_malformed'],
  ['2026-13', '2026-01', 'month_malformed'],
  ['2026-01-01', '2026-01', 'month_malformed'],
  ['2026-02', '2026-01', 'period_reversed'],
  ['2025-11', '2026-11', 'period_too_long'],
])('from %j to %j: %s', (from, to, refusal) => {
  expect(parsePeriod(from, to)).toEqual({ ok: false, refusal });
});

test('every month of the days is listed once, the latest first', () => {
  expect(listMonths(['2026-01-31', '2025-11-01', '2026-01-01'])).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(listMonths([])).toEqual([]);
});

test('an invoice and a credit note of one number have two names', () => {
  expect(fileNameOf({ kind: 'invoice', number: '2026-00418' }, 'pdf')).toBe('2026-00418.pdf');
  expect(fileNameOf({ kind: 'credit_note', number: '2026-00418' }, 'xml')).toBe('credit-note-2026-00418.xml');
});
