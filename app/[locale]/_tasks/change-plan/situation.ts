import { dayIn } from '@/lib/domain/days';
import type { PlanSituation, PlanStepReason } from '@/lib/domain/plan-steps';
import { judgeRunning } from '@/lib/domain/running';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findPlanFacts, planChange } from '@/lib/server/plan-change';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The app, the plans there are for it, and what this reader can do now. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, previewKey: string | undefined) {
  const found = await findPlanFacts(reader.scope, app);
  if (!found) return undefined;
  const { subscription, facts } = found;
  const now = nowAt();
  const today = dayIn(subscription.profile.timeZone, now);
  const running = judgeRunning(facts, today);
  return {
    ...found,
    today,
    mayChange: mayOn(reader, 'subscription.change_plan', subscription.billingProfileId),
    refusal: running.ok ? undefined : running.refusal,
    ...(await findReviewed(reader.scope, planChange, { key: previewKey, subjectId: subscription.id, now })),
  };
}

/** How far a reader is with this task, from what is stored and never from what was clicked. */
export function situationOf(chosen: Chosen | undefined): PlanSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  if (chosen.waiting) return { at: 'preview_stored' };
  return { at: 'app_chosen', reason: reasonOf(chosen) };
}

function reasonOf({ refusal, mayChange, plans, current }: Chosen): PlanStepReason | undefined {
  if (refusal) return refusal;
  if (!mayChange) return 'permission_missing';
  return plans.some(({ id }) => id !== current.id) ? undefined : 'no_other_plan';
}
