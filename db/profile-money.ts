import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { creditOf, type ProfileMoney } from '@/lib/domain/profile-credit';
import type { Reader } from './client';
import { prepared } from './prepared';
import { charges, paymentAllocations, payments } from './schema';

/** What a profile has paid or been credited for and has not used: its next invoice takes it. Minor units. */
export async function findCreditLeft(db: Reader, billingProfileId: string): Promise<bigint> {
  return creditOf(await findProfileMoney(db, billingProfileId)).leftMinor;
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
  const rows = await moneyOf(db).execute({ billingProfileId, named: JSON.stringify(named) });
  return {
    invoices: rows.flatMap(({ id, moneyMinor, ...invoice }) => (id === null ? [] : [{ ...invoice, id, moneyMinor }])),
    unusedMinor: rows.find(({ id }) => id === null)?.moneyMinor ?? 0n,
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

const minor = (name: string) => sql.raw(name).mapWith(payments.amountMinor);

/**
 * One row for each of those invoices, in the order in which credit was put to them, and one without an id for what no
 * invoice has needed of transfers. A note credits one invoice, all of it. Money that has gone back, or is on its way,
 * pays nothing.
 */
const moneyOf = prepared((db: Reader) =>
  db
    .select({
      id: sql<string | null>`id`,
      totalMinor: minor('total'),
      creditedMinor: minor('credited'),
      moneyMinor: minor('money'),
      fromCreditMinor: minor('from_credit'),
    })
    .from(sql`(
      with leaving as (
        select json_extract(payload, '$.chargeId') as id from outbox_events
        where kind = 'card_refund' and delivered_at is null),
      by_credit as (
        select a.document_id, p.created_at, p.rowid as row from payments p
        join payment_allocations a on a.payment_id = p.id
        where p.billing_profile_id = ${asked} and p.kind = 'credit'),
      credited as (
        select original.document_id from billing_lines line
        join billing_lines original on original.id = line.credits_line_id
        where line.billing_profile_id = ${asked} and line.kind = 'credit'),
      used as (
        select a.document_id, p.kind, a.amount_minor from payments p
        join payment_allocations a on a.payment_id = p.id
        left join charges c on c.id = p.charge_id
        where p.billing_profile_id = ${asked}
        and (p.kind <> 'card' or (c.outcome = 'succeeded' and c.id not in (select id from leaving))))
      select d.id, d.total_minor as total,
        (select coalesce(sum(note.total_minor), 0) from documents note where note.id in (
          select line.document_id from billing_lines original
          join billing_lines line on line.credits_line_id = original.id
          where original.document_id = d.id)) as credited,
        (select coalesce(sum(amount_minor), 0) from used where document_id = d.id and kind <> 'credit') as money,
        (select coalesce(sum(amount_minor), 0) from used where document_id = d.id and kind = 'credit') as from_credit,
        (select min(created_at) from by_credit where document_id = d.id) as first_at,
        (select min(row) from by_credit where document_id = d.id) as first_row
      from documents d
      where d.billing_profile_id = ${asked} and d.id in (
        select document_id from by_credit union select document_id from credited
        union select value from json_each(${sql.placeholder('named')}))
      union all
      select null, 0, 0,
        (select coalesce(sum(amount_minor), 0) from payments
          where billing_profile_id = ${asked} and kind = 'bank_transfer')
        - (select coalesce(sum(amount_minor), 0) from used where kind = 'bank_transfer'), 0, null, null)`)
    .orderBy(sql`first_at is null, first_at, first_row`)
    .prepare(),
);
