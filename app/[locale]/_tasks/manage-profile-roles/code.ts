import type { manageProfileRole } from './action';

/** Everything that the task's action may answer. */
export type RoleCode = Awaited<ReturnType<typeof manageProfileRole>>['errors'][number]['code'];
