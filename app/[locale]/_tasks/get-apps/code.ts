import type { declineOrder } from './action';

/** Everything that declining may answer. */
export type DeclineCode = Awaited<ReturnType<typeof declineOrder>>['errors'][number]['code'];
