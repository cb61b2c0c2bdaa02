import type { FigureValues } from '@/lib/domain/figures';
import type { QuantityRange } from '@/lib/domain/plan-quantity';

type Wanted = {
  readonly chosen: { readonly plan: { readonly id: string }; readonly quantity: number | null };
  readonly order: { readonly id: string } | undefined;
  readonly profileId: string;
  readonly version: number;
};

/** What is bought, as the forms carry it from the agreement to the confirmation. */
export function hiddenFields({ chosen: { plan, quantity }, order, profileId, version }: Wanted) {
  return {
    order: order?.id ?? '',
    plan: plan.id,
    profile: profileId,
    quantity: quantity === null ? '' : quantity,
    version,
  };
}

/** For the refusals that name a plan's range; zero and zero for a flat plan. */
export function limitsOf({ minQuantity, maxQuantity }: QuantityRange): FigureValues {
  return { minimum: { count: minQuantity ?? 0 }, maximum: { count: maxQuantity ?? 0 } };
}
