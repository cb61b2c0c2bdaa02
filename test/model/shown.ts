import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { read } from '@/db/client';
import { previews } from '@/db/schema';
import type { Shown } from './reference/decision';

const minor = z.string().transform(BigInt);
const amounts = z.object({ totalMinor: minor });
const change = z.object({ before: amounts, after: amounts });
const stored = z.object({
  quote: z
    .object({ charge: amounts, fromCreditMinor: minor, credit: amounts.optional(), renewal: change.optional() })
    .optional(),
  removal: z.object({ renewal: change }).optional(),
  kept: z.object({ renewal: change }).optional(),
  credit: amounts.optional(),
  refundMinor: minor.optional(),
  renewal: amounts.optional(),
  price: amounts.optional(),
});

/** The money of a stored review, as the page prints it and as a commit must find it again. */
export async function findShown(key: string): Promise<Shown | undefined> {
  const [row] = await read((db) => db.select().from(previews).where(eq(previews.key, key)));
  if (!row) return undefined;
  const { quote, removal, kept, credit, refundMinor, renewal, price } = stored.parse(JSON.parse(row.shown));
  const next = (removal?.renewal ?? kept?.renewal ?? quote?.renewal)?.after ?? renewal ?? price;
  return {
    charge: quote?.charge.totalMinor ?? 0n,
    fromCredit: quote?.fromCreditMinor ?? 0n,
    credit: (quote?.credit ?? credit)?.totalMinor ?? 0n,
    back: refundMinor ?? 0n,
    renewal: next?.totalMinor ?? null,
  };
}
