import type { editBillingProfile } from './action';

/** Everything that the task's action may answer. */
export type EditCode = Awaited<ReturnType<typeof editBillingProfile>>['errors'][number]['code'];
