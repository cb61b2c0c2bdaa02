import { and, count, eq, gt, isNull, lte } from 'drizzle-orm';
import { read, type Transaction } from './client';
import { magicLinks } from './schema';

/** How many links the address was sent since then that nobody has used. */
export async function countUnusedMagicLinks(tx: Transaction, email: string, since: number): Promise<number> {
  const rows = await tx
    .select({ unused: count() })
    .from(magicLinks)
    .where(and(eq(magicLinks.email, email), gt(magicLinks.createdAt, since), isNull(magicLinks.consumedAt)));
  return rows[0]?.unused ?? 0;
}

export type NewMagicLink = {
  readonly tokenHash: string;
  readonly email: string;
  readonly destinationHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** Saves a link and voids the older ones of the same address. Rows from before `forgetBefore` are swept. */
export async function recordMagicLink(tx: Transaction, link: NewMagicLink, forgetBefore: number): Promise<void> {
  await tx.delete(magicLinks).where(lte(magicLinks.createdAt, forgetBefore));
  await tx
    .update(magicLinks)
    .set({ expiresAt: link.createdAt })
    .where(and(eq(magicLinks.email, link.email), gt(magicLinks.expiresAt, link.createdAt)));
  await tx.insert(magicLinks).values(link);
}

const usable = (tokenHash: string, nowAt: number) =>
  and(eq(magicLinks.tokenHash, tokenHash), isNull(magicLinks.consumedAt), gt(magicLinks.expiresAt, nowAt));

/** No scope: the unguessable token, of which this is the SHA-256, is the claim. */
export async function isMagicLinkUsable(tokenHash: string, nowAt: number): Promise<boolean> {
  const rows = await read((db) =>
    db.select({ email: magicLinks.email }).from(magicLinks).where(usable(tokenHash, nowAt)),
  );
  return rows.length > 0;
}

/** Uses the link up; undefined when it is unknown, used, voided or too old. Of two at once one gets it. */
export async function consumeMagicLink(tx: Transaction, tokenHash: string, nowAt: number) {
  const rows = await tx
    .update(magicLinks)
    .set({ consumedAt: nowAt })
    .where(usable(tokenHash, nowAt))
    .returning({ email: magicLinks.email, destinationHash: magicLinks.destinationHash });
  return rows[0];
}
