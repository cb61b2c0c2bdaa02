import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { CancelReason } from '@/lib/domain/cancellation';
import type { Outcome } from '@/lib/domain/outcome';
import { read, write } from './client';
import { cancellations, receipts, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** The cancellation that a receipt proves, if the scope's own person made it. */
export async function findOwnCancellation(scope: OrgScope, receiptId: string) {
  const [found] = await read((db) =>
    db
      .select({
        id: cancellations.id,
        reason: cancellations.reason,
        comment: cancellations.comment,
        billingProfileId: receipts.billingProfileId,
      })
      .from(receipts)
      .innerJoin(cancellations, eq(cancellations.id, receipts.key))
      .where(
        and(
          eq(receipts.id, receiptId),
          eq(receipts.organizationId, scope.organizationId),
          eq(receipts.personId, scope.personId),
        ),
      ),
  );
  return found;
}

export type Explanation = { readonly reason: CancelReason | null; readonly comment: string | null };

/** Keeps why somebody cancelled, once; a second answer to the same question is left out. */
export async function saveCancellationReason(
  scope: OrgScope,
  id: string,
  { reason, comment }: Explanation,
  explainedAt: number,
): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    const own = tx
      .select({ id: subscriptions.id })
      .from(subscriptions)
      .where(eq(subscriptions.organizationId, scope.organizationId));
    await tx
      .update(cancellations)
      .set({ reason, comment, explainedAt })
      .where(
        and(
          eq(cancellations.id, id),
          eq(cancellations.personId, scope.personId),
          inArray(cancellations.subscriptionId, own),
          isNull(cancellations.explainedAt),
        ),
      );
  });
}
