import type { Day } from '@/lib/domain/days';
import type { Figure, FigureName, FigureValue, FigureValues } from '@/lib/domain/figures';
import type { Card, Method, MethodDecision, PaidWith } from '@/lib/domain/payment-methods';
import type { PayingProfile } from './paying-profiles';

/** What a change of payment method states, line by line, and the values of its title and of what happens next. */
export type MethodFigures = { readonly figures: readonly Figure[]; readonly values: FigureValues };

/** The figures of a decision: the review prints them before, the receipt after, from the same code. */
export function methodFiguresOf(
  decision: MethodDecision,
  profile: Pick<PayingProfile, 'name' | 'currency'>,
  today: Day,
  when: 'before' | 'done',
): MethodFigures {
  const { before, after } = decision;
  return {
    values: { profile: { text: profile.name }, ...named('method', after.method), ...named('backup', after.backup) },
    figures: [
      ...changeFigures(before, after),
      ...validityFigures(decision),
      { name: 'effectiveNow', values: { date: { day: today } } },
      { name: when === 'done' ? 'paidNothing' : 'payNothing', values: {} },
      ...usageFigures(decision),
      ...openFigures(decision, profile),
      ...(when === 'before' ? replacedFigures(decision) : []),
    ],
  };
}

/** Before → after, for each of the two that changes. */
function changeFigures(before: PaidWith, after: PaidWith): Figure[] {
  const pair = (name: FigureName, from: Method | Card | null, to: Method | Card | null): Figure[] =>
    from === to ? [] : [{ name, values: { ...named('from', from), ...named('to', to) } }];
  return [...pair('paymentMethod', before.method, after.method), ...pair('backupMethod', before.backup, after.backup)];
}

function validityFigures({ act, after: { method, backup } }: MethodDecision): Figure[] {
  const card = act === 'use_backup' ? backup : act === 'use_card' && method.kind === 'card' ? method : null;
  return card ? [{ name: 'cardValidThrough', values: { month: { month: card.expiryMonth } } }] : [];
}

/** Which apps are paid with it, and when it is used next. */
function usageFigures({ act, apps, next, settlement }: MethodDecision): Figure[] {
  const all: Figure =
    apps.length > 0 ? { name: 'appsPaid', values: { apps: { texts: apps } } } : { name: 'appsPaidNone', values: {} };
  if (act === 'remove_backup') return [];
  if (act === 'use_backup') return [all, { name: 'usedAsBackup', values: {} }];
  if (settlement === 'invoice') return [all, { name: 'usedNextInvoice', values: {} }];
  const first: Figure = next
    ? { name: 'usedNextOn', values: { date: { day: next.on }, app: { text: next.app } } }
    : { name: 'usedNextNone', values: {} };
  return [all, first];
}

/** What the change leaves as it is. */
function openFigures(
  { act, owing, waitingNetMinor }: MethodDecision,
  { currency }: Pick<PayingProfile, 'currency'>,
): Figure[] {
  if (act === 'use_backup' || act === 'remove_backup') return [];
  return [
    ...(owing.length > 0 ? [{ name: 'stillOwed', values: { apps: { texts: owing } } } as const] : []),
    ...(waitingNetMinor > 0n
      ? [{ name: 'waitsForInvoice', values: { amount: { amountMinor: waitingNetMinor, currency } } } as const]
      : []),
  ];
}

/** Cards that are charged no more. */
function replacedFigures({ before, after }: MethodDecision): Figure[] {
  const gone = [
    ...(before.method !== after.method && before.method.kind === 'card' ? [before.method] : []),
    ...(before.backup !== after.backup && before.backup ? [before.backup] : []),
  ];
  if (gone.length === 0) return [];
  return [{ name: 'replacedCard', values: { count: { count: gone.length } } }];
}

/** The values of a method under a prefix: its kind for a `select`, and a card's brand and last four digits. */
function named(prefix: 'from' | 'to' | 'method' | 'backup', method: Method | Card | null): Record<string, FigureValue> {
  if (method === null) return { [`${prefix}Kind`]: { code: 'none' } };
  if ('kind' in method && method.kind === 'bank_transfer') return { [`${prefix}Kind`]: { code: method.kind } };
  const { brand, lastFour } = method;
  return {
    [`${prefix}Kind`]: { code: 'card' },
    [`${prefix}Brand`]: { text: brand },
    [`${prefix}LastFour`]: { text: lastFour },
  };
}
