import { and, eq } from 'drizzle-orm';
import { write } from '@/db/client';
import { planPrices } from '@/db/schema';
import type { Currency } from '@/lib/domain/money';

/** The publisher raises or lowers a list price. */
export async function savePlanPrice(planId: string, currency: Currency, unitAmountMinor: bigint): Promise<void> {
  const isIt = and(eq(planPrices.planId, planId), eq(planPrices.currency, currency));
  await write((tx) => tx.update(planPrices).set({ unitAmountMinor }).where(isIt));
}
