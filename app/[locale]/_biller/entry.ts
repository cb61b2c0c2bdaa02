import { firstOf, type PageProps } from '@/app/[locale]/_frame/page-props';
import { type AmountInputRefusal, parseAmount } from '@/lib/domain/amount-input';
import { type Day, parseDay } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';

/** What the address says came in: a plain form wrote it there, as it was typed. */
export type TypedEntry = { readonly amount: string; readonly day: string; readonly reference: string };
export type Entry = { readonly amountMinor: bigint; readonly receivedOn: Day; readonly reference: string };

export type EntryRefusal = AmountInputRefusal | 'day_malformed' | 'day_in_future' | 'reference_too_long';
export type EntryError = { readonly field: keyof TypedEntry; readonly code: EntryRefusal };

export const REFERENCE_LENGTH = 140;

/** Undefined until something was entered. */
export function findTypedEntry(query: Awaited<PageProps['searchParams']>): TypedEntry | undefined {
  const amount = firstOf(query, 'amount');
  if (amount === undefined) return undefined;
  return { amount, day: firstOf(query, 'day') ?? '', reference: firstOf(query, 'reference') ?? '' };
}

/** The money that came in, or where what was typed cannot be. */
export function judgeEntry(typed: TypedEntry, currency: Currency, today: Day): Entry | EntryError {
  const amount = parseAmount(typed.amount, currency);
  if (!amount.ok) return { field: 'amount', code: amount.refusal };
  const receivedOn = parseDay(typed.day.trim());
  if (receivedOn === undefined) return { field: 'day', code: 'day_malformed' };
  if (receivedOn > today) return { field: 'day', code: 'day_in_future' };
  const reference = typed.reference.trim();
  if (reference.length > REFERENCE_LENGTH) return { field: 'reference', code: 'reference_too_long' };
  return { amountMinor: amount.value, receivedOn, reference };
}
