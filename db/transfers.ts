import { and, eq } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { recordAuditEntry } from './audit';
import { write } from './client';
import type { Debt } from './debts';
import { type Allocation, recordPayment } from './payments';
import { reinstatePaid } from './reinstatements';
import { paymentAllocations, payments } from './schema';
import type { JobScope, StaffScope } from './scope';

export type TransferDraft = {
  /** The payment's id: the same key books once. */
  readonly key: string;
  readonly debt: Debt;
  readonly amountMinor: bigint;
  readonly receivedOn: Day;
  readonly reference: string | null;
  readonly today: Day;
  readonly now: number;
};

/** What a booked transfer has paid; `leftMinor` is to the profile's credit. */
export type Transfer = { readonly paid: readonly Allocation[]; readonly leftMinor: bigint };

/** The money with what it pays, the apps it brings back and the audit entry in one transaction. */
export async function saveTransfer(
  scope: StaffScope | JobScope,
  { key, debt, amountMinor, receivedOn, reference, today, now }: TransferDraft,
): Promise<Outcome<Transfer, 'busy' | 'key_reused'>> {
  const personId = 'personId' in scope ? scope.personId : null;
  const { invoice, profile } = debt;
  const saved = await write(async (tx): Promise<Outcome<Transfer, 'key_reused'>> => {
    const [earlier] = await tx.select().from(payments).where(eq(payments.id, key));
    if (earlier) {
      const isSame =
        earlier.amountMinor === amountMinor && earlier.receivedOn === receivedOn && earlier.personId === personId;
      if (!isSame || earlier.billingProfileId !== profile.id) return refuse('key_reused');
      const paid = await tx
        .select()
        .from(paymentAllocations)
        .where(and(eq(paymentAllocations.paymentId, key)));
      return accept(transferOf(amountMinor, paid));
    }
    const { currency } = invoice;
    const money = {
      billingProfileId: profile.id,
      kind: 'bank_transfer',
      chargeId: null,
      amountMinor,
      currency,
    } as const;
    const booked = { ...money, id: key, receivedOn, reference, personId, createdAt: now };
    const paid = await recordPayment(tx, booked, invoice.id);
    await recordAuditEntry(tx, {
      organizationId: invoice.organizationId,
      personId: undefined,
      act: 'book_transfer',
      subscriptionId: null,
      billingProfileId: profile.id,
      before: {},
      after: {
        documentNumber: invoice.number,
        amountMinor: amountMinor.toString(),
        currency,
        receivedOn,
        staffId: personId,
      },
      at: now,
    });
    await reinstatePaid(tx, { documentIds: paid.map(({ documentId }) => documentId), personId: undefined, today, now });
    return accept(transferOf(amountMinor, paid));
  });
  return saved.ok ? saved.value : saved;
}

function transferOf(amountMinor: bigint, paid: readonly Allocation[]): Transfer {
  const used = paid.reduce((sum, part) => sum + part.amountMinor, 0n);
  return {
    paid: paid.map((part) => ({ documentId: part.documentId, amountMinor: part.amountMinor })),
    leftMinor: amountMinor - used,
  };
}
