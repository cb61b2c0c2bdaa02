import { and, asc, eq } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { recordAccountAct } from './account-acts';
import { read, type Transaction, write } from './client';
import { newId } from './ids';
import { passkeys } from './schema';
import type { PersonScope } from './scope';
import { countWays, type OfferedWays } from './sign-in-ways';

export type Passkey = typeof passkeys.$inferSelect;

export type NewPasskey = Pick<Passkey, 'credentialId' | 'name' | 'publicKey' | 'counter' | 'transports'>;

/** No scope: asked before anybody has signed in. `credentialId` as the device names it. */
export async function findPasskey(credentialId: string): Promise<Passkey | undefined> {
  return (await read((db) => db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId))))[0];
}

/** The person's own passkeys, the oldest first. */
export async function listOwnPasskeys({ personId }: PersonScope): Promise<Passkey[]> {
  return read((db) =>
    db.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.createdAt)),
  );
}

/** Adds a passkey to the person. Refused where the device's key is somebody's already. */
export async function savePasskey(scope: PersonScope, passkey: NewPasskey, createdAt: number) {
  return write(async (tx): Promise<Outcome<void, 'passkey_taken'>> => {
    const { personId } = scope;
    if ((await tx.$count(passkeys, eq(passkeys.credentialId, passkey.credentialId))) > 0)
      return refuse('passkey_taken');
    await tx.insert(passkeys).values({ ...passkey, id: newId(), personId, createdAt });
    const after = { name: passkey.name };
    await recordAccountAct(tx, scope, { act: 'add_passkey', before: {}, after, at: createdAt });
    return accept(undefined);
  });
}

/** Calls one of the person's passkeys something else; nothing is recorded where that is its name already. */
export async function renamePasskey(
  scope: PersonScope,
  { id, name }: Pick<Passkey, 'id' | 'name'>,
  at: number,
): Promise<Outcome<void, 'not_found' | 'busy'>> {
  const renamed = await write(async (tx): Promise<Outcome<void, 'not_found'>> => {
    const own = and(eq(passkeys.id, id), eq(passkeys.personId, scope.personId));
    const [before] = await tx.select({ name: passkeys.name }).from(passkeys).where(own);
    if (!before) return refuse('not_found');
    if (before.name === name) return accept(undefined);
    await tx.update(passkeys).set({ name }).where(own);
    await recordAccountAct(tx, scope, { act: 'rename_passkey', before, after: { name }, at });
    return accept(undefined);
  });
  return renamed.ok ? renamed.value : renamed;
}

/** Removes one of the person's passkeys, unless it is the last way by which they can sign in. */
export async function removePasskey(scope: PersonScope, id: string, offered: OfferedWays, at: number) {
  return write(async (tx): Promise<Outcome<void, 'not_found' | 'last_way'>> => {
    const own = and(eq(passkeys.id, id), eq(passkeys.personId, scope.personId));
    const [found] = await tx.select({ name: passkeys.name }).from(passkeys).where(own);
    if (!found) return refuse('not_found');
    if ((await countWays(tx, scope.personId, offered)) < 2) return refuse('last_way');
    await tx.delete(passkeys).where(own);
    await recordAccountAct(tx, scope, { act: 'remove_passkey', before: found, after: {}, at });
    return accept(undefined);
  });
}

/** Moves the device's counter on from where it was found; false where another use came first. */
export async function savePasskeyUse(
  tx: Transaction,
  { id, counter }: Pick<Passkey, 'id' | 'counter'>,
  used: { readonly counter: number; readonly at: number },
): Promise<boolean> {
  const moved = await tx
    .update(passkeys)
    .set({ counter: used.counter, lastUsedAt: used.at })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
    .returning();
  return moved.length > 0;
}
