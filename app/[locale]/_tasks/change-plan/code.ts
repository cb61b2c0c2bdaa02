import type { changePlan, reviewPlan } from './action';

type Both = typeof changePlan | typeof reviewPlan;

/** Everything that the task's actions may answer. */
export type PlanCode = Awaited<ReturnType<Both>>['errors'][number]['code'];
