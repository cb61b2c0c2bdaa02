import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type Day, dayIn } from '@/lib/domain/days';
import type { CreditableCharge, CreditPart } from '@/lib/domain/proration';
import type { Reader } from './client';
import { prepared } from './prepared';
import { billingLines, billingProfiles } from './schema';

/**
 * Charged lines of a subscription that the caller's scope has found, oldest first, with what has been credited of
 * each and of its invoice; only those that serve days from `from` on, if it is given.
 */
export async function listChargedLines(
  db: Reader,
  subscriptionId: string,
  from: Day = '',
): Promise<CreditableCharge[]> {
  const rows = await linesFrom(db).execute({ subscriptionId, from });
  const charged = rows.filter((row) => row.creditsLineId === null);
  const waiting = await listCreditsOfWaiting(
    db,
    charged.filter(({ documentId }) => documentId === null).map(({ billingProfileId }) => billingProfileId),
  );
  const sumOf = (credits: readonly { readonly netMinor: bigint }[]) =>
    credits.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return charged.map((line) => {
    const { id, billingProfileId, netMinor, documentId, vatRateBp } = line;
    const credited =
      documentId === null
        ? sumOf(waiting.filter((credit) => isOfSameBill(credit, line)))
        : BigInt(line.creditedOfInvoice ?? 0);
    return {
      id,
      billingProfileId,
      bill: { id: documentId ?? `${billingProfileId} ${monthOf(line)}`, vatRateBp, creditedNetMinor: credited },
      netMinor,
      creditedNetMinor: sumOf(rows.filter((row) => row.creditsLineId === id)),
    };
  });
}

/** Whether nothing else was credited meanwhile of what a decision credits. For inside its transaction, first of all. */
export async function isCreditStill(tx: Reader, subscriptionId: string, parts: readonly CreditPart[]) {
  const lines = parts.length === 0 ? [] : await listChargedLines(tx, subscriptionId);
  return parts.every(({ chargeId, bill }) => {
    const now = lines.find(({ id }) => id === chargeId)?.bill;
    return now?.id === bill.id && now.creditedNetMinor === bill.creditedNetMinor;
  });
}

const linesFrom = prepared((db: Reader) =>
  db
    .select({
      id: billingLines.id,
      billingProfileId: billingLines.billingProfileId,
      documentId: billingLines.documentId,
      netMinor: billingLines.netMinor,
      vatRateBp: billingLines.vatBasisPoints,
      creditsLineId: billingLines.creditsLineId,
      createdAt: billingLines.createdAt,
      timeZone: billingProfiles.timeZone,
      creditedOfInvoice: sql<number | bigint | null>`(
        select sum(credit.net_minor) from billing_lines invoiced
        join billing_lines credit on credit.credits_line_id = invoiced.id
        where invoiced.document_id = ${billingLines.documentId}
        and invoiced.vat_basis_points = ${billingLines.vatBasisPoints})`,
    })
    .from(billingLines)
    .innerJoin(billingProfiles, eq(billingProfiles.id, billingLines.billingProfileId))
    .where(
      and(
        eq(billingLines.subscriptionId, sql.placeholder('subscriptionId')),
        gte(billingLines.servedFrom, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(billingLines.createdAt), asc(sql`${billingLines}.rowid`))
    .prepare(),
);

type Waiting = {
  readonly billingProfileId: string;
  readonly vatRateBp: number;
  readonly createdAt: number;
  readonly timeZone: string;
};

/** What was credited of lines before their invoice, each with what there is to know of that line. */
async function listCreditsOfWaiting(db: Reader, billingProfileIds: readonly string[]) {
  if (billingProfileIds.length === 0) return [];
  const credited = alias(billingLines, 'credited');
  return db
    .select({
      billingProfileId: credited.billingProfileId,
      vatRateBp: credited.vatBasisPoints,
      createdAt: credited.createdAt,
      timeZone: billingProfiles.timeZone,
      netMinor: billingLines.netMinor,
    })
    .from(billingLines)
    .innerJoin(credited, eq(credited.id, billingLines.creditsLineId))
    .innerJoin(billingProfiles, eq(billingProfiles.id, credited.billingProfileId))
    .where(and(isNull(credited.documentId), inArray(credited.billingProfileId, [...billingProfileIds])));
}

/** A profile's invoice is of all that came to wait in one month. */
function isOfSameBill(a: Waiting, b: Waiting): boolean {
  return a.billingProfileId === b.billingProfileId && a.vatRateBp === b.vatRateBp && monthOf(a) === monthOf(b);
}

/** The month, 'YYYY-MM', whose invoice a line of a profile that is invoiced monthly stands on. */
export function monthOf({ timeZone, createdAt }: Pick<Waiting, 'timeZone' | 'createdAt'>): string {
  return dayIn(timeZone, createdAt).slice(0, 7);
}
