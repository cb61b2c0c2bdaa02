import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Outcome } from '@/lib/domain/outcome';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { read, write } from './client';
import { sha256 } from './ids';
import { previews } from './schema';
import type { OrgScope } from './scope';

const storedWish = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('change'), quantity: z.number().int(), replacePlanned: z.boolean() }),
  z.strictObject({ act: z.literal('take_back'), replacePlanned: z.boolean() }),
  z.strictObject({ act: z.literal('remove_planned_change') }),
]);

/** A wish as it was shown for review; `shown` is the canonical text of the decision, to the last minor unit. */
export type Preview = {
  readonly key: string;
  readonly subscriptionId: string;
  readonly wish: QuantityWish;
  readonly shown: string;
  readonly subscriptionVersion: number;
  readonly expiresAt: number;
};

/** Equal requests have equal hashes, whatever the order in which a form sent its fields. */
export function hashOfRequest(subscriptionId: string, wish: QuantityWish): string {
  const { act } = wish;
  const quantity = act === 'change' ? wish.quantity : null;
  const replacePlanned = act === 'remove_planned_change' ? false : wish.replacePlanned;
  return sha256(JSON.stringify([subscriptionId, act, quantity, replacePlanned]));
}

/**
 * Keeps what is shown for review under the key minted with the form. Sent again with another wish before it is
 * confirmed (the reader went back), it is replaced; another person's key is left alone and answers false.
 */
export async function savePreview(
  scope: OrgScope,
  { key, subscriptionId, wish, shown, subscriptionVersion, expiresAt }: Preview,
  now: number,
): Promise<Outcome<boolean, 'busy'>> {
  const content = {
    wish,
    inputHash: hashOfRequest(subscriptionId, wish),
    shown,
    subscriptionVersion,
    createdAt: now,
    expiresAt,
  };
  const own = { organizationId: scope.organizationId, personId: scope.personId };
  return write(async (tx) => {
    const saved = await tx
      .insert(previews)
      .values({ key, task: 'change-license-quantity', subscriptionId, ...own, ...content })
      .onConflictDoUpdate({
        target: previews.key,
        set: content,
        setWhere: and(
          eq(previews.organizationId, own.organizationId),
          eq(previews.personId, own.personId),
          eq(previews.subscriptionId, subscriptionId),
        ),
      })
      .returning({ key: previews.key });
    return saved.length > 0;
  });
}

/** The scope's own preview under this key, or undefined. */
export async function findPreview(scope: OrgScope, key: string): Promise<Preview | undefined> {
  const [row] = await read((db) =>
    db
      .select()
      .from(previews)
      .where(
        and(
          eq(previews.key, key),
          eq(previews.organizationId, scope.organizationId),
          eq(previews.personId, scope.personId),
        ),
      ),
  );
  if (!row) return undefined;
  const { subscriptionId, shown, subscriptionVersion, expiresAt } = row;
  return { key, subscriptionId, wish: storedWish.parse(row.wish), shown, subscriptionVersion, expiresAt };
}
