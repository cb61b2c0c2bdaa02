import { eq } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { read, write } from './client';
import { demoClock } from './schema';
import type { JobScope } from './scope';

const ONLY_ROW = 1;

/** How far the demo's clock was moved forward, in milliseconds. */
export async function findClockAhead(_scope: JobScope): Promise<number> {
  const [row] = await read((db) => db.select({ aheadMs: demoClock.aheadMs }).from(demoClock));
  return row?.aheadMs ?? 0;
}

type ClockMove = { readonly fromMs: number; readonly toMs: number };

/** Moves it if it still stands where it was seen; `stale` when somebody else has moved it. */
export async function saveClockAhead(
  _scope: JobScope,
  { fromMs, toMs }: ClockMove,
): Promise<Outcome<void, 'stale' | 'busy'>> {
  const saved = await write(async (tx) => {
    const first = { id: ONLY_ROW, aheadMs: toMs };
    const moved =
      fromMs === 0
        ? await tx.insert(demoClock).values(first).onConflictDoNothing().returning()
        : await tx.update(demoClock).set({ aheadMs: toMs }).where(eq(demoClock.aheadMs, fromMs)).returning();
    return moved.length;
  });
  if (!saved.ok) return saved;
  return saved.value === 1 ? accept(undefined) : refuse('stale');
}
