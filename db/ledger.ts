import { eq } from 'drizzle-orm';
import { amountDueOf, type InvoiceBalance, overpaidOf } from '@/lib/domain/invoices';
import { listStandings } from './balances';
import { read } from './client';
import { listReceived } from './payments';
import { documents } from './schema';
import type { JobScope, OrgScope } from './scope';

/**
 * What a profile's ledger is out by, in minor units; nought when every amount that came in is found again: in invoices
 * that it paid, or as credit that is left.
 */
export async function findLedgerImbalance(_scope: OrgScope | JobScope, billingProfileId: string): Promise<bigint> {
  return read(async (db) => {
    const invoices = await listStandings(db, eq(documents.billingProfileId, billingProfileId));
    const payments = await listReceived(db, billingProfileId);
    const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);
    const settled = sum(invoices.map((invoice) => askedForOf(invoice) - amountDueOf(invoice)));
    const overpaid = sum(invoices.map(overpaidOf));
    const money = payments.filter(({ kind }) => kind !== 'credit');
    const received = sum(money.map(({ amountMinor }) => amountMinor));
    const unused = sum(
      money
        .filter(({ kind }) => kind === 'bank_transfer')
        .map((payment) => payment.amountMinor - payment.allocatedMinor),
    );
    const creditUsed = sum(payments.filter(({ kind }) => kind === 'credit').map(({ amountMinor }) => amountMinor));
    return received - (settled + overpaid + unused - creditUsed);
  });
}

/** What is left to ask for beside credits; VAT that was rounded on each of them may have taken a minor unit too much. */
function askedForOf({ totalMinor, creditedMinor }: InvoiceBalance): bigint {
  return totalMinor > creditedMinor ? totalMinor - creditedMinor : 0n;
}
