import { and, eq, gt, lte } from 'drizzle-orm';
import { read, write } from './client';
import { destinations } from './schema';

/** Where a reader was going. `path` is an own path with its query, `anchor` comes without `#`. */
export type Destination = {
  readonly locale: string;
  readonly path: string;
  readonly anchor: string | null;
  readonly typed: Readonly<Record<string, string>>;
  /** The only person it may be given back to; null where nobody was signed in. */
  readonly personId: string | null;
};

type NewDestination = Destination & { readonly idHash: string; readonly createdAt: number; readonly expiresAt: number };

/** Saves it, and sweeps those that are over. */
export async function saveDestination(destination: NewDestination) {
  return write(async (tx) => {
    await tx.delete(destinations).where(lte(destinations.expiresAt, destination.createdAt));
    await tx.insert(destinations).values(destination);
  });
}

/** No scope: the unguessable id, of which this is the SHA-256, is the claim. */
export async function findLiveDestination(idHash: string, nowAt: number): Promise<Destination | undefined> {
  const rows = await read((db) =>
    db
      .select({
        locale: destinations.locale,
        path: destinations.path,
        anchor: destinations.anchor,
        typed: destinations.typed,
        personId: destinations.personId,
      })
      .from(destinations)
      .where(and(eq(destinations.idHash, idHash), gt(destinations.expiresAt, nowAt))),
  );
  return rows[0];
}
