import { and, eq, isNull } from 'drizzle-orm';
import { read } from '@/db/client';
import { saveDelivered } from '@/db/outbox';
import { outboxEvents } from '@/db/schema';
import { refundCharge } from '@/lib/server/payment/card-charge';
import { job } from '@/test/support/database';

/** What the outbox does with money that goes back to cards, without the mails that wait beside it. */
export async function giveMoneyBack(now: number): Promise<void> {
  const isDue = and(eq(outboxEvents.kind, 'card_refund'), isNull(outboxEvents.deliveredAt));
  const events = await read((db) => db.select().from(outboxEvents).where(isDue));
  for (const { id, payload } of events) {
    await refundCharge(job, String(Object(payload).chargeId), now);
    await saveDelivered(job, id, now);
  }
}
