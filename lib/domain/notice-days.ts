import { addDays, type Day } from './days';
import type { MailNotice } from './mail-notices';
import type { Term } from './plans';
import type { Policy } from './policies';
import type { SubscriptionState } from './subscription-states';

/** Before the last day to pay. A published policy says nothing of it, and never changes. */
const PAYMENT_REMINDER_DAYS = [7, 1];

export type NoticedLife = {
  readonly state: SubscriptionState;
  readonly term: Term;
  readonly policy: Policy;
  /** The last day to activate. */
  readonly activateBy: Day | null;
  /** The last day to pay. */
  readonly payBy: Day | null;
  /** The day of the renewal. */
  readonly periodEnd: Day | null;
  /** Whether the renewal costs something else than the period that it follows was billed at. */
  readonly isPriceChanged: boolean;
  /** Whether it costs something else than the app costs by now: a plan or a number that is still to come. */
  readonly isChangePlanned: boolean;
};

export type DueNotice = {
  readonly notice: Extract<MailNotice, 'activation_reminder' | 'payment_reminder' | 'renewal' | 'price_change'>;
  /** The day on which it was to be told. */
  readonly occasionOn: Day;
};

/**
 * What an app's people are to be told today, before a day that is near; undefined when nothing. After days on which
 * nobody ran the clock, the newest occasion alone.
 */
export function dueNoticeOf(life: NoticedLife, today: Day): DueNotice | undefined {
  const coming = comingOf(life);
  if (!coming || today > coming.until) return undefined;
  const [occasionOn] = coming.daysBefore
    .map((days) => addDays(coming.on, -days))
    .filter((day) => day <= today)
    .sort()
    .slice(-1);
  return occasionOn === undefined ? undefined : { notice: coming.notice, occasionOn };
}

function comingOf(life: NoticedLife) {
  const { state, term, policy, activateBy, payBy, periodEnd, isPriceChanged, isChangePlanned } = life;
  switch (state) {
    case 'pending_activation':
      if (activateBy === null) return undefined;
      return {
        notice: 'activation_reminder',
        on: activateBy,
        until: activateBy,
        daysBefore: policy.activationReminderDays,
      } as const;
    case 'past_due':
    case 'past_due_ending':
      if (payBy === null) return undefined;
      return { notice: 'payment_reminder', on: payBy, until: payBy, daysBefore: PAYMENT_REMINDER_DAYS } as const;
    case 'active': {
      if (periodEnd === null || (term === 'P1M' && !isPriceChanged)) return undefined;
      const daysBefore = term === 'P1M' ? policy.monthlyRenewalNoticeDays : policy.annualRenewalNoticeDays;
      const notice = isChangePlanned ? 'price_change' : 'renewal';
      return { notice, on: periodEnd, until: addDays(periodEnd, -1), daysBefore } as const;
    }
    default:
      return undefined;
  }
}
