import type { Typed } from '@/lib/domain/task-state';
import { findSession } from '@/lib/server/session';
import { findDestination, isKeptFor } from '@/lib/server/sign-in/destination';

/** What was typed before sign-in or a new build came between; nothing where it was typed by somebody else. */
export async function findTyped(kept: string | undefined): Promise<Typed> {
  const destination = await findDestination(kept);
  return destination && isKeptFor(destination, (await findSession())?.personId) ? destination.typed : {};
}
