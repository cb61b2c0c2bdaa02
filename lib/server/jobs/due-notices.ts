import { listNoticedLives, type NoticedSubscription, saveDueNotice } from '@/db/due-notices';
import type { JobScope } from '@/db/scope';
import { addDays, type Day, dayIn } from '@/lib/domain/days';
import { dueNoticeOf } from '@/lib/domain/notice-days';
import { requirePolicy } from '@/lib/domain/policies';

/** No notice is given earlier than so many days before. */
const FURTHEST_DAYS = 31;

/** Tells of activations, payments and renewals whose day is near, each occasion once. */
export async function runDueNotices(scope: JobScope, today: Day, now: number): Promise<void> {
  for (const life of await listNoticedLives(scope, addDays(today, FURTHEST_DAYS))) {
    const here = dayIn(life.timeZone, now);
    const due = dueNoticeOf({ ...life.subscription, ...factsOf(life) }, here);
    if (due) await saveDueNotice(scope, life, due, { today: here, now });
  }
}

function factsOf({ subscription, term, planned, periodNetMinor }: NoticedSubscription) {
  const { quantity, unitAmountMinor, policyVersion } = subscription;
  // A planned plan brings its own price, and its own number of licenses: none when it is flat.
  const licenses = planned ? planned.quantity : quantity;
  const netMinor = unitAmountMinor * BigInt(quantity ?? 1);
  const nextNetMinor = (planned?.unitAmountMinor ?? unitAmountMinor) * BigInt(licenses ?? 1);
  return {
    term,
    policy: requirePolicy(policyVersion),
    isPriceChanged: periodNetMinor !== null && periodNetMinor !== nextNetMinor,
    isChangePlanned: netMinor !== nextNetMinor,
  };
}
