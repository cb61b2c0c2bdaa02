import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';

/** What a reader may choose between: fewer than are assigned is never possible. */
export function limitsOf({ quantity, assignedQuantity, minQuantity, maxQuantity }: SubscriptionFacts) {
  const assigned = assignedQuantity ?? 0;
  return { current: quantity ?? 0, assigned, minimum: Math.max(minQuantity, assigned), maximum: maxQuantity };
}

/** The task's refusals, with the limits that some of them name. */
export function refusalsWithin(facts: SubscriptionFacts) {
  const { current, assigned, minimum, maximum } = limitsOf(facts);
  return taskRefusals('changeLicenseQuantity', {
    current: { count: current },
    assigned: { count: assigned },
    minimum: { count: minimum },
    maximum: { count: maximum },
  });
}
