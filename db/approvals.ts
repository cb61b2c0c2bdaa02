import { and, asc, desc, eq, isNotNull, or, type SQL } from 'drizzle-orm';
import { dayIn } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import { type ActRefusal, saveAct } from './acts';
import { recordGivenBack } from './charge-returns';
import { read, type Transaction, write } from './client';
import type { Recipient } from './colleagues';
import type { DebtFigures } from './debt-figures';
import { type Debt, findDebtIn } from './debts';
import { paymentActOf, recordCollected, settle } from './invoice-settlements';
import { charges, paymentMethods } from './schema';
import type { JobScope, OrgScope } from './scope';

/** A charge that the payer's bank wants approved before it takes the money. */
export type Approval = {
  readonly id: string;
  /** What the provider calls the charge. */
  readonly reference: string;
  readonly card: DebtFigures['card'];
};

const isOpen = eq(charges.outcome, 'needs_action');
/** Its approval was given up here; the provider can still get it. */
const isDropped = and(eq(charges.outcome, 'declined'), isNotNull(charges.providerReference));
/** May have its money although we never heard of it. */
export const mayBeApproved = or(isOpen, isDropped);

/** The newest attempt to pay an invoice, if it waits for its approval, on a card in use, and pays all that is due. */
export async function findOpenApproval(scope: OrgScope, { invoice, dueMinor }: Debt): Promise<Approval | undefined> {
  const [newest] = await read((db) =>
    db
      .select({ charge: charges, method: paymentMethods })
      .from(charges)
      .innerJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
      .where(and(eq(charges.documentId, invoice.id), eq(charges.organizationId, scope.organizationId)))
      .orderBy(desc(charges.askedAt), desc(isOpen))
      .limit(1),
  );
  if (newest?.charge.outcome !== 'needs_action' || newest.method.replacedAt !== null) return undefined;
  const { id, providerReference: reference, amountMinor } = newest.charge;
  if (reference === null || amountMinor !== dueMinor) return undefined;
  const { brand, lastFour } = newest.method;
  return { id, reference, card: { brand, lastFour } };
}

/** Charges of every organization that wait for an approval, the oldest first. */
export async function listOpenApprovals(_scope: JobScope) {
  const rows = await read((db) => db.select().from(charges).where(isOpen).orderBy(asc(charges.askedAt)));
  return rows.flatMap(({ id, providerReference: reference, askedAt }) =>
    reference ? [{ id, reference, askedAt }] : [],
  );
}

/** The id of the charge that the provider calls so. */
export async function findChargeByReference(_scope: JobScope, reference: string): Promise<string | undefined> {
  const named = eq(charges.providerReference, reference);
  const [found] = await read((db) => db.select({ id: charges.id }).from(charges).where(named));
  return found?.id;
}

/** The bank has not approved it, or nobody asked it to: nothing was charged. */
export async function saveNotApproved(
  scope: OrgScope | JobScope,
  id: string,
  now: number,
): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    const waiting = and(eq(charges.id, id), isOpen, ownOf(scope));
    await tx.update(charges).set({ outcome: 'declined', answeredAt: now }).where(waiting);
  });
}

/** The bank has approved it: the money pays the invoice it was for, or goes back when that needs it no more. Once. */
export async function saveApproved(scope: JobScope, id: string, now: number): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    const debt = await takeApproved(tx, scope, id, now);
    if (debt) await recordCollected(tx, debt, now);
  });
}

/** The same for a person who comes back from the bank, with a receipt. `stale` when the money pays nothing of theirs. */
export async function savePaidByApproval(
  scope: OrgScope,
  approval: Approval,
  {
    debt,
    ...asked
  }: {
    readonly debt: Debt;
    readonly key: string;
    readonly inputHash: string;
    readonly now: number;
    readonly recipients: readonly Recipient[];
  },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { invoice } = debt;
  return saveAct(scope, { ...asked, ...paymentActOf(debt, approval.card) }, async (tx) => {
    if (!(await takeApproved(tx, scope, approval.id, asked.now))) return 'stale';
    return { documents: [{ id: invoice.id, kind: 'invoice', number: invoice.number }] };
  });
}

/** Pays the invoice with the charge, which has its money now. Undefined where it pays nothing, and goes back. */
async function takeApproved(
  tx: Transaction,
  scope: OrgScope | JobScope,
  id: string,
  now: number,
): Promise<Debt | undefined> {
  const [charge] = await tx
    .update(charges)
    .set({ outcome: 'succeeded', declineCode: null, answeredAt: now })
    .where(and(eq(charges.id, id), mayBeApproved, ownOf(scope)))
    .returning();
  if (!charge) return undefined;
  const debt = charge.documentId === null ? undefined : await findDebtIn(tx, scope, charge.documentId);
  if (debt?.dueMinor !== charge.amountMinor) {
    await recordGivenBack(tx, charge, id, now);
    return undefined;
  }
  const today = dayIn(debt.profile.timeZone, now);
  const [card] = await tx.select().from(paymentMethods).where(eq(paymentMethods.id, charge.paymentMethodId));
  if (!card) throw new Error('A charge has no card');
  await settle(tx, scope, { debt, charge: { id, method: card }, today, now });
  return debt;
}

function ownOf(scope: OrgScope | JobScope): SQL | undefined {
  return 'organizationId' in scope ? eq(charges.organizationId, scope.organizationId) : undefined;
}
