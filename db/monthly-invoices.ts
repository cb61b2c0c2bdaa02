import { and, asc, eq, isNull, min, ne } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import type { Outcome } from '@/lib/domain/outcome';
import { recordAuditEntry } from './audit';
import { listStandings } from './balances';
import { monthOf } from './charged-lines';
import { read, type Transaction, write } from './client';
import { type IssuedDocument, saveDocument } from './documents';
import { recordCredit } from './payments';
import { findCreditLeft } from './profile-money';
import { billingLines, billingProfiles, documents } from './schema';
import type { JobScope } from './scope';

/** Profiles on which anything waits to be invoiced, and since when (epoch milliseconds). */
export async function listProfilesToInvoice(_scope: JobScope) {
  return read((db) =>
    db
      .select({
        id: billingProfiles.id,
        organizationId: billingProfiles.organizationId,
        timeZone: billingProfiles.timeZone,
        waitingSince: min(billingLines.createdAt),
      })
      .from(billingProfiles)
      .innerJoin(billingLines, eq(billingLines.billingProfileId, billingProfiles.id))
      .where(and(isNull(billingLines.documentId), ne(billingLines.kind, 'credit')))
      .groupBy(billingProfiles.id)
      .orderBy(asc(billingProfiles.id)),
  );
}

type Month = {
  readonly organizationId: string;
  readonly billingProfileId: string;
  readonly timeZone: string;
  readonly today: Day;
  readonly now: number;
};

/**
 * The invoice of the oldest month of which lines wait, less the profile's credit. Undefined when none wait but of the
 * month that runs, so that whoever asks until then has issued one for every month that was missed.
 */
export async function saveMonthlyInvoice(
  _scope: JobScope,
  { organizationId, billingProfileId, timeZone, today, now }: Month,
): Promise<Outcome<IssuedDocument | undefined, 'busy'>> {
  return write(async (tx) => {
    const waiting = await tx
      .select({ id: billingLines.id, createdAt: billingLines.createdAt })
      .from(billingLines)
      .where(
        and(
          eq(billingLines.billingProfileId, billingProfileId),
          isNull(billingLines.documentId),
          ne(billingLines.kind, 'credit'),
        ),
      )
      .orderBy(asc(billingLines.servedFrom), asc(billingLines.createdAt), asc(billingLines.id));
    const monthOfLine = ({ createdAt }: (typeof waiting)[number]) => monthOf({ timeZone, createdAt });
    const [oldest] = waiting.map(monthOfLine).sort();
    if (oldest === undefined || oldest >= today.slice(0, 7)) return undefined;
    const lineIds = waiting.filter((line) => monthOfLine(line) === oldest).map(({ id }) => id);
    const head = { kind: 'invoice', billingProfileId, issuedOn: today, issuedAt: now, chargeId: null } as const;
    const issued = await saveDocument(tx, { ...head, lineIds });
    await deductCredit(tx, issued.id, { billingProfileId, today, now });
    await recordAuditEntry(tx, {
      organizationId,
      personId: undefined,
      act: 'issue_invoice',
      subscriptionId: null,
      billingProfileId,
      before: {},
      after: { documentNumber: issued.number },
      at: now,
    });
    return issued;
  });
}

/** What was credited of the very lines it bills is already off; the rest of the profile's credit pays of it. */
async function deductCredit(
  tx: Transaction,
  id: string,
  { billingProfileId, today, now }: Omit<Month, 'organizationId' | 'timeZone'>,
) {
  const credit = await findCreditLeft(tx, billingProfileId);
  const [invoice] = await listStandings(tx, eq(documents.id, id));
  if (!invoice) throw new Error('An invoice is not there that was issued a moment ago');
  const due = amountDueOf(invoice);
  const amountMinor = credit < due ? credit : due;
  if (amountMinor === 0n) return;
  const { currency } = invoice;
  await recordCredit(tx, { billingProfileId, currency, receivedOn: today, createdAt: now, amountMinor }, id);
}
