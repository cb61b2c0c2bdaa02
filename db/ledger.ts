import { and, eq, inArray, or } from 'drizzle-orm';
import { amountDueOf } from '@/lib/domain/invoices';
import { listStandings } from './balances';
import { read } from './client';
import { findCreditLeft } from './profile-money';
import { charges, documents, payments } from './schema';
import type { JobScope, OrgScope } from './scope';

/**
 * What a profile's ledger is out by, in minor units; nought when what is open on its invoices, less what is left to its
 * credit, is what its invoices and the notes that credit them say, less the money that came in and stayed.
 */
export async function findLedgerImbalance(_scope: OrgScope | JobScope, billingProfileId: string): Promise<bigint> {
  return read(async (db) => {
    const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);
    const invoices = await listStandings(db, eq(documents.billingProfileId, billingProfileId));
    const asked = sum(invoices.map(({ totalMinor, creditedMinor }) => totalMinor - creditedMinor));
    const received = await db
      .select({ amountMinor: payments.amountMinor })
      .from(payments)
      .leftJoin(charges, eq(charges.id, payments.chargeId))
      .where(
        and(
          eq(payments.billingProfileId, billingProfileId),
          inArray(payments.kind, ['card', 'bank_transfer']),
          or(eq(payments.kind, 'bank_transfer'), eq(charges.outcome, 'succeeded')),
        ),
      );
    const open = sum(invoices.map(amountDueOf));
    const left = await findCreditLeft(db, billingProfileId);
    return open - left - (asked - sum(received.map(({ amountMinor }) => amountMinor)));
  });
}
