import type { reviewBuyAgain } from './action';

/** Everything that asking for a review may answer. */
export type BuyAgainCode = Awaited<ReturnType<typeof reviewBuyAgain>>['errors'][number]['code'];
