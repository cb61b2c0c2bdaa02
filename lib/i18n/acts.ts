import { type ActFacts, variantOf } from '@/lib/domain/act-variants';
import type { AuditAct } from '@/lib/domain/acts';
import type { FigureValue } from '@/lib/domain/figures';
import { isCurrency } from '@/lib/domain/money';
import { printMessage } from './figures';
import type { Locale } from './locales';

type Told = { readonly act: AuditAct; readonly before: ActFacts; readonly after: ActFacts };

/** What was done, in words. A message names a fact with `Before` or `After` behind it: `{quantityAfter}`. */
export function printAct(
  locale: Locale,
  words: Readonly<Record<ReturnType<typeof variantOf>, string>>,
  { act, before, after }: Told,
): string {
  return printMessage(locale, words[variantOf(act, before, after)], {
    ...valuesOf(before, 'Before'),
    ...valuesOf(after, 'After'),
  });
}

function valuesOf(facts: ActFacts, suffix: 'Before' | 'After'): Record<string, FigureValue> {
  const { currency } = facts;
  const asValue = (name: string, fact: string | number | null): FigureValue => {
    if (typeof fact !== 'string') return { count: fact ?? 0 };
    if (/^\d{4}-\d\d-\d\d$/.test(fact)) return { day: fact };
    const isMoney = name.endsWith('Minor') && typeof currency === 'string' && isCurrency(currency);
    return isMoney ? { amountMinor: BigInt(fact), currency } : { text: fact };
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name + suffix, asValue(name, fact)]));
}
