import type { changeBillingProfile, reviewBillingProfile } from './action';

type Both = typeof changeBillingProfile | typeof reviewBillingProfile;

/** Everything that the task's actions may answer. */
export type MoveCode = Awaited<ReturnType<Both>>['errors'][number]['code'];
