import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { addDays, type Day } from '@/lib/domain/days';
import { MISS_KEPT_DAYS, MISSES_PER_LOCALE } from '@/lib/domain/search-miss';
import { read, write } from './client';
import { searchMisses } from './schema';

export type SearchMiss = { readonly wording: string; readonly count: number; readonly lastOn: Day };

type NewMiss = { readonly locale: string; readonly wording: string; readonly today: Day };

/**
 * Counts a search that no guide answered, and forgets wordings that are long past. No scope: it belongs to nobody. A
 * locale that holds its full number of wordings takes no new ones.
 */
export async function recordSearchMiss({ locale, wording, today }: NewMiss) {
  return write(async (tx) => {
    await tx.delete(searchMisses).where(lt(searchMisses.lastOn, addDays(today, -MISS_KEPT_DAYS)));
    const counted = await tx
      .update(searchMisses)
      .set({ count: sql`${searchMisses.count} + 1`, lastOn: today })
      .where(and(eq(searchMisses.locale, locale), eq(searchMisses.wording, wording)))
      .returning({ count: searchMisses.count });
    if (counted.length > 0) return;
    if ((await tx.$count(searchMisses, eq(searchMisses.locale, locale))) >= MISSES_PER_LOCALE) return;
    await tx.insert(searchMisses).values({ locale, wording, count: 1, lastOn: today });
  });
}

/** What was searched for in vain in a locale, the most wanted first. No scope: it belongs to nobody. */
export async function listSearchMisses(locale: string, limit: number): Promise<SearchMiss[]> {
  const { wording, count, lastOn } = searchMisses;
  return read((db) =>
    db
      .select({ wording, count, lastOn })
      .from(searchMisses)
      .where(eq(searchMisses.locale, locale))
      .orderBy(desc(count), desc(lastOn), wording)
      .limit(limit),
  );
}
