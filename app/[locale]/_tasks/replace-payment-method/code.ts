import type { enterCard, replacePaymentMethod, reviewPaymentMethod } from './action';

type Every = typeof enterCard | typeof reviewPaymentMethod | typeof replacePaymentMethod;

/** Everything that the task's actions may answer. */
export type MethodCode = Awaited<ReturnType<Every>>['errors'][number]['code'];
