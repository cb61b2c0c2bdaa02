import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';

/** What a reader may choose between: fewer than are assigned is never possible. */
export function limitsOf({ quantity, assignedQuantity, minQuantity, maxQuantity }: SubscriptionFacts) {
  const assigned = assignedQuantity ?? 0;
  return { current: quantity ?? 0, assigned, minimum: Math.max(minQuantity, assigned), maximum: maxQuantity };
}
