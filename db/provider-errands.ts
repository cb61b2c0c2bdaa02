import { and, eq, gt, lte } from 'drizzle-orm';
import { write } from './client';
import { providerErrands } from './schema';

/** Why a signed-in person goes to the identity provider: to show who they are again, or to link the account there. */
export type ErrandPurpose = 'again' | 'link';

export type Errand = { readonly purpose: ErrandPurpose; readonly personId: string; readonly createdAt: number };

/** Saves it, and sweeps those that are over. */
export async function saveErrand(errand: Errand & { readonly idHash: string; readonly expiresAt: number }) {
  return write(async (tx) => {
    await tx.delete(providerErrands).where(lte(providerErrands.expiresAt, errand.createdAt));
    await tx.insert(providerErrands).values(errand);
  });
}

/** Ends the errand and answers what it was; undefined when it is unknown, over or has been taken. */
export async function takeErrand(idHash: string, nowAt: number) {
  return write(async (tx): Promise<Errand | undefined> => {
    const { purpose, personId, createdAt } = providerErrands;
    const taken = await tx
      .delete(providerErrands)
      .where(and(eq(providerErrands.idHash, idHash), gt(providerErrands.expiresAt, nowAt)))
      .returning({ purpose, personId, createdAt });
    return taken[0];
  });
}
