import { eq, sql } from 'drizzle-orm';
import { judgeAvailability } from '@/lib/domain/availability';
import { canonicalJson } from '@/lib/domain/canonical-json';
import type { JsonPath } from '@/lib/domain/json-lines';
import { refusalOfQuantity } from '@/lib/domain/plan-quantity';
import type { Reader, Transaction } from './client';
import type { Compared, ImportFault } from './imports';
import type { OfferDraft } from './offers';
import { insertOrder, type OrderDraft, recordOrderEntry } from './order-drafts';
import { billingProfiles, offerCountries, orders, organizations, plans } from './schema';

export type ImportedOrder = {
  readonly path: JsonPath;
  readonly draft: OrderDraft;
  /** Whoever sent it does not hold to it any longer. */
  readonly isWithdrawn: boolean;
};

/** Orders of a file beside those that are there; plans and countries are those that the file itself brings, if any. */
export async function compareOrders(
  db: Reader,
  imported: readonly ImportedOrder[],
  withOffers: readonly OfferDraft[],
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const { path, draft, isWithdrawn } of imported) {
    const [stored] = await db.select().from(orders).where(eq(orders.id, draft.id));
    const change = changeOf(stored, draft, isWithdrawn);
    const isClosed = stored !== undefined && (stored.acceptedAt ?? stored.declinedAt ?? stored.withdrawnAt) !== null;
    const faults =
      change === 'unchanged' || change === 'withdrawn' ? [] : await orderFaults(db, { path, draft }, withOffers);
    const isMoved = stored !== undefined && stored.organizationId !== draft.organizationId;
    compared.push({
      kind: 'order',
      id: draft.id,
      change,
      faults: [
        ...faults,
        ...(isMoved ? [{ path: [...path, 'organization'], code: 'order_fixed' as const }] : []),
        ...(isClosed && change !== 'unchanged' ? [{ path, code: 'order_closed' as const }] : []),
      ],
      apply: (tx, now) => applyOrder(tx, draft, change, now),
    });
  }
  return compared;
}

type Stored = typeof orders.$inferSelect;

function changeOf(stored: Stored | undefined, draft: OrderDraft, isWithdrawn: boolean): Compared['change'] {
  if (stored === undefined) return isWithdrawn ? 'unchanged' : 'new';
  if (isWithdrawn) return stored.withdrawnAt === null ? 'withdrawn' : 'unchanged';
  if (stored.withdrawnAt !== null) return 'changed';
  return saidIn(stored) === saidIn(draft) ? 'unchanged' : 'changed';
}

function saidIn(order: Stored | OrderDraft): string {
  const { channel, organizationId, planId, quantity, unitAmountMinor, currency } = order;
  const { senderName, senderEmail, terms, termsLocale, validThrough } = order;
  const what = { channel, organizationId, planId, quantity, unitAmountMinor: unitAmountMinor.toString(), currency };
  return canonicalJson({ ...what, senderName, senderEmail, terms, termsLocale, validThrough });
}

async function orderFaults(
  db: Reader,
  { path, draft }: Pick<ImportedOrder, 'path' | 'draft'>,
  withOffers: readonly OfferDraft[],
): Promise<ImportFault[]> {
  const fault = (field: string, code: ImportFault['code']): ImportFault => ({ path: [...path, field], code });
  const [organization] = await db.select().from(organizations).where(eq(organizations.id, draft.organizationId));
  const plan = (await findPlanInFile(withOffers, draft.planId)) ?? (await findPlan(db, draft.planId));
  if (!organization) return [fault('organization', 'organization_unknown')];
  if (!plan) return [fault('plan', 'plan_unknown')];
  const faults: ImportFault[] = [];
  const refusal = refusalOfQuantity(plan, draft.quantity);
  if (refusal === 'quantity_not_applicable') faults.push(fault('quantity', 'quantity_not_applicable'));
  else if (refusal)
    faults.push(fault('quantity', draft.quantity === null ? 'quantity_needed' : 'quantity_out_of_range'));
  if (!judgeAvailability(organization.country, plan.soldIn).ok) faults.push(fault('plan', 'not_sold_there'));
  const profiles = await db.select().from(billingProfiles).where(eq(billingProfiles.organizationId, organization.id));
  if (!profiles.some(({ currency }) => currency === draft.currency))
    faults.push(fault('price', 'no_profile_in_currency'));
  return faults;
}

function findPlanInFile(withOffers: readonly OfferDraft[], planId: string) {
  const offer = withOffers.find(({ plans: own }) => own.some(({ id }) => id === planId));
  const plan = offer?.plans.find(({ id }) => id === planId);
  return (
    plan && {
      minQuantity: plan.range?.min ?? null,
      maxQuantity: plan.range?.max ?? null,
      soldIn: offer?.countries ?? [],
    }
  );
}

async function findPlan(db: Reader, planId: string) {
  const [plan] = await db.select().from(plans).where(eq(plans.id, planId));
  if (!plan) return undefined;
  const countries = await db.select().from(offerCountries).where(eq(offerCountries.offerId, plan.offerId));
  return { ...plan, soldIn: countries.map(({ country }) => country) };
}

async function applyOrder(tx: Transaction, draft: OrderDraft, change: Compared['change'], now: number): Promise<void> {
  if (change === 'new') return insertOrder(tx, draft, now);
  const { id: _, ...said } = draft;
  const set = change === 'withdrawn' ? { withdrawnAt: now } : said;
  await tx
    .update(orders)
    .set({ ...set, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, draft.id));
  await recordOrderEntry(tx, change === 'withdrawn' ? 'withdraw_order' : 'change_order', draft, now);
}
