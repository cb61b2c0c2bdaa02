import type { Cancellation } from '@/lib/domain/cancellation';
import { addDays } from '@/lib/domain/days';
import type { Figure, FigureValue, FigureValues } from '@/lib/domain/figures';
import { requirePolicy } from '@/lib/domain/policies';
import { appFigure, creditedProfile } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** What a cancellation states, line by line, and the values of its title and of what happens next. */
export type CancellationFigures = { readonly figures: readonly Figure[]; readonly values: FigureValues };

/** The figures of a decision: the review prints them before, the receipt after, from the same code. */
export function cancellationFigures(
  decision: Cancellation,
  subscription: Subscription,
  when: 'before' | 'done',
): CancellationFigures {
  const { endsOn, dataKeptUntil, plannedQuantity, plannedPlan } = decision;
  const publisher: FigureValue = { text: subscription.publisher.name };
  return {
    values: { app: { text: subscription.offer.name }, date: { day: endsOn }, publisher, kept: { day: dataKeptUntil } },
    figures: [
      ...(when === 'done' ? [appFigure(subscription)] : []),
      endFigure(decision, subscription),
      undoFigure(decision),
      ...(plannedQuantity === null
        ? []
        : [{ name: 'plannedFallsAway', values: { count: { count: plannedQuantity } } } as const]),
      ...(plannedPlan === undefined
        ? []
        : [{ name: 'plannedPlanFallsAway', values: { plan: { text: plannedPlan } } } as const]),
      ...moneyFigures(decision, subscription),
      affectedFigure(decision),
      {
        name: 'dataKept',
        values: {
          publisher,
          date: { day: dataKeptUntil },
          when: { code: decision.time === 'at_end' ? decision.time : when },
        },
      },
    ],
  };
}

function endFigure({ time, endsOn }: Cancellation, { profile }: Subscription): Figure {
  const date: FigureValue = { day: endsOn };
  if (time === 'now') return { name: 'endsNow', values: { date } };
  return {
    name: 'ends',
    values: { date, last: { day: addDays(endsOn, -1) }, zone: { timeZone: profile.timeZone } },
  };
}

function undoFigure({ time, endsOn }: Cancellation): Figure {
  return time === 'now'
    ? { name: 'undoNever', values: {} }
    : { name: 'undoUntil', values: { date: { day: addDays(endsOn, -1) } } };
}

/** Money back, or why there is none; and a debt that cancelling does not take away. */
function moneyFigures(decision: Cancellation, subscription: Subscription): Figure[] {
  const { currency, policyVersion, billingProfileId } = subscription;
  const { act, from, credit, refundMinor, isRefunded } = decision;
  if (act === 'cancel_before_activation') return [{ name: 'notBilled', values: {} }];
  const amount = (amountMinor: bigint): FigureValue => ({ amountMinor, currency });
  const { totalMinor, netMinor, vatMinor } = credit;
  const credited = creditedProfile(decision.creditParts, billingProfileId);
  const note = { amount: amount(totalMinor), net: amount(netMinor), vat: amount(vatMinor), credited };
  const figures: Figure[] = [];
  if (refundMinor > 0n) figures.push({ name: 'refund', values: { amount: amount(refundMinor) } });
  if (totalMinor > 0n) figures.push({ name: 'creditNote', values: note });
  if (figures.length === 0 && isRefunded) return [{ name: 'notBilled', values: {} }];
  if (figures.length === 0) {
    const hours: FigureValue = { count: requirePolicy(policyVersion).refundHours };
    figures.push({ name: 'refundNone', values: { hours, act: { code: act } } });
  }
  const isOwing = from === 'past_due' || from === 'past_due_ending';
  if (isOwing && totalMinor === 0n) figures.push({ name: 'debtRemains', values: {} });
  return figures;
}

function affectedFigure({ assignedQuantity }: Cancellation): Figure {
  return {
    name: 'affected',
    values: {
      pricing: { code: assignedQuantity === null ? 'flat' : 'per_license' },
      count: { count: assignedQuantity ?? 0 },
    },
  };
}
