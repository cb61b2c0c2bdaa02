import { eq } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';
import type { OrderChannel } from '@/lib/domain/orders';
import { recordAuditEntry } from './audit';
import { type Transaction, write } from './client';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { offers, orders, plans } from './schema';
import type { JobScope } from './scope';

/** A partner's order or a proposal as it is sent to an organization. Net price in minor units, per license or flat. */
export type OrderDraft = {
  readonly id: string;
  readonly channel: OrderChannel;
  readonly organizationId: string;
  readonly planId: string;
  /** null exactly when the plan is flat. */
  readonly quantity: number | null;
  readonly unitAmountMinor: bigint;
  readonly currency: Currency;
  readonly senderName: string;
  readonly senderEmail: string | null;
  readonly terms: string | null;
  readonly termsLocale: string | null;
  /** The last day to accept it. */
  readonly validThrough: Day;
};

/** Lays it before the organization, which hears of it in its activity, and who can accept it by mail. */
export async function saveOrder(_scope: JobScope, draft: OrderDraft, createdAt: number) {
  return write((tx) => insertOrder(tx, draft, createdAt));
}

export async function insertOrder(tx: Transaction, draft: OrderDraft, createdAt: number): Promise<void> {
  await tx.insert(orders).values({ ...draft, createdAt });
  await recordOrderEntry(tx, 'receive_order', draft, createdAt);
  const { id: orderId, organizationId, validThrough: on } = draft;
  const about = { organizationId, billingProfileId: null, subscriptionId: null, documentId: null, orderId, on };
  await recordOutboxEvent(tx, newId(), { kind: 'notice', payload: { notice: 'order_waiting', ...about } }, createdAt);
}

/** What the organization's activity tells of an order that others sent, changed or withdrew. */
export async function recordOrderEntry(
  tx: Transaction,
  act: 'receive_order' | 'change_order' | 'withdraw_order',
  { id, organizationId, planId, channel, senderName }: OrderDraft,
  at: number,
): Promise<void> {
  const [found] = await tx
    .select({ app: offers.name })
    .from(plans)
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .where(eq(plans.id, planId));
  if (!found) throw new Error(`An order of a plan that is not there: ${planId}`);
  await recordAuditEntry(tx, {
    organizationId,
    personId: undefined,
    act,
    subscriptionId: null,
    billingProfileId: null,
    before: {},
    after: { order: id, app: found.app, channel, sender: senderName },
    at,
  });
}
