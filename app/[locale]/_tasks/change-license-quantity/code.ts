import type { changeLicenseQuantity, reviewLicenseQuantity } from './action';

type Both = typeof changeLicenseQuantity | typeof reviewLicenseQuantity;

/** Everything that the task's actions may answer. */
export type QuantityCode = Awaited<ReturnType<Both>>['errors'][number]['code'];
