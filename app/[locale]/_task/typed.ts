import type { Typed } from '@/lib/domain/task-state';
import { findDestination } from '@/lib/server/sign-in/destination';

/** What was typed before sign-in or a new build came between. */
export async function findTyped(kept: string | undefined): Promise<Typed> {
  return (kept && (await findDestination(kept))?.typed) || {};
}
