import { and, asc, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { creditOf, type ProfileMoney } from '@/lib/domain/profile-credit';
import type { Reader } from './client';
import { listCreditsOfInvoices } from './credits';
import { prepared } from './prepared';
import { billingLines, charges, documents, outboxEvents, paymentAllocations, payments } from './schema';

/** What a profile has paid or been credited for and has not used: its next invoice takes it. Minor units. */
export async function findCreditLeft(db: Reader, billingProfileId: string): Promise<bigint> {
  const [some] = await anyCredit(db).execute({ billingProfileId });
  return some?.isPossible ? creditOf(await findProfileMoney(db, billingProfileId)).leftMinor : 0n;
}

/** Whether a profile has so much to its credit still: another invoice may have been faster. */
export async function hasCredit(db: Reader, billingProfileId: string, amountMinor: bigint): Promise<boolean> {
  return amountMinor === 0n || (await findCreditLeft(db, billingProfileId)) >= amountMinor;
}

/** Invoices of a profile whose credit was money that has gone back since, with what it still pays of each. */
export async function findShortInvoices(db: Reader, billingProfileId: string): Promise<ReadonlyMap<string, bigint>> {
  const isGone = and(eq(payments.billingProfileId, billingProfileId), ne(charges.outcome, 'succeeded'));
  const gone = await db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(charges, eq(charges.id, payments.chargeId))
    .where(isGone)
    .limit(1);
  return gone.length > 0 ? creditOf(await findProfileMoney(db, billingProfileId)).short : new Map();
}

/** Invoices that credit of their profile has paid of, in that order. */
export async function listPaidByCredit(db: Reader, billingProfileId: string): Promise<string[]> {
  return (await paidByCredit(db).execute({ billingProfileId })).map(({ id }) => id);
}

/** What credit of a profile follows from: its invoices that were credited or paid by credit, and those named. */
export async function findProfileMoney(
  db: Reader,
  billingProfileId: string,
  named: readonly string[] = [],
): Promise<ProfileMoney> {
  const credited = (await creditedInvoices(db).execute({ billingProfileId })).flatMap(({ id }) => id ?? []);
  const ids = [...new Set([...(await listPaidByCredit(db, billingProfileId)), ...credited, ...named])];
  const invoices = await totals(db).execute({ billingProfileId, ids: JSON.stringify(ids) });
  const credits = await listCreditsOfInvoices(db, ids);
  const paid = await keptPayments(db).execute({ billingProfileId });
  const received = await transfers(db).execute({ billingProfileId });
  const sum = (parts: readonly { readonly amountMinor: bigint }[]) =>
    parts.reduce((all, { amountMinor }) => all + amountMinor, 0n);
  return {
    invoices: ids
      .flatMap((id) => invoices.filter((invoice) => invoice.id === id))
      .map((invoice) => {
        const own = paid.filter(({ invoiceId }) => invoiceId === invoice.id);
        return {
          ...invoice,
          creditedMinor: sum(credits.filter(({ invoiceId }) => invoiceId === invoice.id)),
          moneyMinor: sum(own.filter(({ kind }) => kind !== 'credit')),
          fromCreditMinor: sum(own.filter(({ kind }) => kind === 'credit')),
        };
      }),
    unusedMinor: sum(received) - sum(paid.filter(({ kind }) => kind === 'bank_transfer')),
  };
}

const asked = sql.placeholder('billingProfileId');
const isOwnPayment = eq(payments.billingProfileId, asked);

const paidByCredit = prepared((db: Reader) =>
  db
    .select({ id: paymentAllocations.documentId })
    .from(payments)
    .innerJoin(paymentAllocations, eq(paymentAllocations.paymentId, payments.id))
    .where(and(isOwnPayment, eq(payments.kind, 'credit')))
    .orderBy(asc(payments.createdAt), asc(sql`${payments}.rowid`))
    .prepare(),
);

/** Invoices that something was credited of: no other can have been paid too much. */
const creditedInvoices = prepared((db: Reader) => {
  const credited = alias(billingLines, 'credited');
  return db
    .selectDistinct({ id: credited.documentId })
    .from(billingLines)
    .innerJoin(credited, eq(credited.id, billingLines.creditsLineId))
    .where(and(eq(billingLines.billingProfileId, asked), eq(billingLines.kind, 'credit')))
    .prepare();
});

const totals = prepared((db: Reader) =>
  db
    .select({ id: documents.id, totalMinor: documents.totalMinor })
    .from(documents)
    .where(
      and(
        eq(documents.billingProfileId, asked),
        inArray(documents.id, sql`(select value from json_each(${sql.placeholder('ids')}))`),
      ),
    )
    .prepare(),
);

/** What payments of a profile have paid, without money that has gone back or is on its way. */
const keptPayments = prepared((db: Reader) => {
  const leaving = db
    .select({ chargeId: sql`json_extract(${outboxEvents.payload}, '$.chargeId')` })
    .from(outboxEvents)
    .where(and(eq(outboxEvents.kind, 'card_refund'), isNull(outboxEvents.deliveredAt)));
  const isKept = or(ne(payments.kind, 'card'), and(eq(charges.outcome, 'succeeded'), notInArray(charges.id, leaving)));
  return db
    .select({
      invoiceId: paymentAllocations.documentId,
      kind: payments.kind,
      amountMinor: paymentAllocations.amountMinor,
    })
    .from(payments)
    .innerJoin(paymentAllocations, eq(paymentAllocations.paymentId, payments.id))
    .leftJoin(charges, eq(charges.id, payments.chargeId))
    .where(and(isOwnPayment, isKept))
    .prepare();
});

const transfers = prepared((db: Reader) =>
  db
    .select({ amountMinor: payments.amountMinor })
    .from(payments)
    .where(and(isOwnPayment, eq(payments.kind, 'bank_transfer')))
    .prepare(),
);

/** Only what was credited, or came by transfer, can be left. */
const anyCredit = prepared((db: Reader) =>
  db
    .select({
      isPossible: sql<number>`
        exists (select 1 from ${billingLines} where billing_profile_id = ${asked} and kind = 'credit')
        or exists (select 1 from ${payments} where billing_profile_id = ${asked} and kind = 'bank_transfer')`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);
