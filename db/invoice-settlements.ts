import { and, count, eq, gt, like } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type ActRefusal, saveAct } from './acts';
import { recordAuditEntry } from './audit';
import { read, type Transaction, write } from './client';
import type { Recipient } from './colleagues';
import { type DebtFigures, paidFiguresOf } from './debt-figures';
import { type Debt, findDebtIn } from './debts';
import { recordCharge } from './payments';
import { reinstatePaid } from './reinstatements';
import { charges, documents, payments } from './schema';
import type { JobScope, OrgScope } from './scope';

/** Charges that somebody asked for themselves have keys that begin so. */
export const PAY_NOW = 'pay:';

export type InvoicePaid = {
  readonly debt: Debt;
  /** The charge that took exactly what is due. */
  readonly charge: { readonly id: string; readonly method: DebtFigures['card'] };
  readonly today: Day;
  readonly now: number;
};

/** How often somebody has tried to pay invoices of a profile since a moment. */
export async function countTries(_scope: OrgScope, billingProfileId: string, since: number): Promise<number> {
  const [found] = await read((db) =>
    db
      .select({ tries: count() })
      .from(charges)
      .innerJoin(documents, eq(documents.id, charges.documentId))
      .where(
        and(
          eq(documents.billingProfileId, billingProfileId),
          like(charges.idempotencyKey, `${PAY_NOW}%`),
          gt(charges.askedAt, since),
        ),
      ),
  );
  return found?.tries ?? 0;
}

/**
 * A person's payment of an invoice with its audit entry, receipt and mails, and the apps it brings back, in one
 * transaction. `stale` when something else has paid of it meanwhile: the caller gives the money back.
 */
export async function savePaidInvoice(
  scope: OrgScope,
  {
    debt,
    charge,
    today,
    now,
    ...asked
  }: InvoicePaid & {
    readonly key: string;
    readonly inputHash: string;
    readonly recipients: readonly Recipient[];
  },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { invoice } = debt;
  return saveAct(scope, { ...asked, ...paymentActOf(debt, charge.method), now }, async (tx) => {
    if (!(await settle(tx, scope, { debt, charge, today, now }))) return 'stale';
    return { documents: [{ id: invoice.id, kind: 'invoice', number: invoice.number }] };
  });
}

/** A person's payment of all that is due, as it is recorded and as the receipt tells it. */
export function paymentActOf(debt: Debt, card: DebtFigures['card']) {
  const { invoice, profile, dueMinor } = debt;
  return {
    act: 'pay_invoice',
    subscriptionId: null,
    billingProfileId: profile.id,
    before: {},
    after: { documentNumber: invoice.number, currency: invoice.currency, amountMinor: dueMinor.toString() },
    facts: { subject: invoice.number, timeZone: profile.timeZone, ...paidFiguresOf(debt, card) },
  } as const;
}

/** The same for an attempt that nobody had to ask for. A charge that has paid already counts as done. */
export async function saveRetriedInvoice(scope: JobScope, paid: InvoicePaid): Promise<Outcome<void, 'busy' | 'stale'>> {
  const { debt, now } = paid;
  const saved = await write(async (tx): Promise<Outcome<void, 'stale'>> => {
    const earlier = await tx.select().from(payments).where(eq(payments.chargeId, paid.charge.id));
    if (earlier.length > 0) return accept(undefined);
    if (!(await settle(tx, scope, paid))) return refuse('stale');
    await recordCollected(tx, debt, now);
    return accept(undefined);
  });
  return saved.ok ? saved.value : saved;
}

/** The audit entry of a payment that nobody made at the site. Only inside its transaction. */
export async function recordCollected(tx: Transaction, debt: Debt, now: number): Promise<void> {
  const { invoice, profile, apps, payer, dueMinor } = debt;
  await recordAuditEntry(tx, {
    organizationId: invoice.organizationId,
    personId: undefined,
    act: 'collect_payment',
    subscriptionId: apps.length === 1 ? payer.id : null,
    billingProfileId: profile.id,
    before: {},
    after: { documentNumber: invoice.number, amountMinor: dueMinor.toString(), currency: invoice.currency },
    at: now,
  });
}

/** Books the charge and brings the apps back, inside a transaction. False when something else has paid meanwhile. */
export async function settle(
  tx: Transaction,
  scope: OrgScope | JobScope,
  { debt, charge, today, now }: InvoicePaid,
): Promise<boolean> {
  const personId = 'personId' in scope ? scope.personId : undefined;
  const { invoice, profile, dueMinor } = debt;
  if ((await findDebtIn(tx, scope, invoice.id))?.dueMinor !== dueMinor) return false;
  const paying = { billingProfileId: profile.id, currency: invoice.currency, receivedOn: today, createdAt: now };
  await recordCharge(tx, { ...paying, chargeId: charge.id }, invoice.id);
  await reinstatePaid(tx, { documentIds: [invoice.id], personId, today, now });
  return true;
}
