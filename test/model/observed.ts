import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { listStandings } from '@/db/balances';
import { type Reader, read } from '@/db/client';
import { prepared } from '@/db/prepared';
import {
  auditEntries,
  billingLines,
  billingProfiles,
  charges,
  documents,
  outboxEvents,
  payments,
  plannedChanges,
  receipts,
  subscriptions,
} from '@/db/schema';
import type { Customer } from './customer';

const asked = sql.placeholder('organizationId');

const apps = prepared((db: Reader) =>
  db
    .select({
      id: subscriptions.id,
      state: subscriptions.state,
      reason: subscriptions.disabledReason,
      quantity: subscriptions.quantity,
      assigned: subscriptions.assignedQuantity,
      profile: subscriptions.billingProfileId,
      start: subscriptions.periodStart,
      end: subscriptions.periodEnd,
      payBy: subscriptions.payBy,
      plan: subscriptions.planId,
      planned: plannedChanges.quantity,
      plannedId: plannedChanges.id,
      plannedPlan: plannedChanges.planId,
    })
    .from(subscriptions)
    .leftJoin(
      plannedChanges,
      and(
        eq(plannedChanges.subscriptionId, subscriptions.id),
        isNull(plannedChanges.removedAt),
        isNull(plannedChanges.appliedAt),
      ),
    )
    .where(eq(subscriptions.organizationId, asked))
    .orderBy(asc(subscriptions.purchasedAt))
    .prepare(),
);

const lines = prepared((db: Reader) =>
  db
    .select({
      id: billingLines.id,
      app: billingLines.subscriptionId,
      profile: billingLines.billingProfileId,
      document: billingLines.documentId,
      credits: billingLines.creditsLineId,
      net: billingLines.netMinor,
    })
    .from(billingLines)
    .innerJoin(subscriptions, eq(subscriptions.id, billingLines.subscriptionId))
    .where(eq(subscriptions.organizationId, asked))
    .prepare(),
);

const notes = prepared((db: Reader) =>
  db
    .select({
      profile: documents.billingProfileId,
      net: documents.netMinor,
      vat: documents.vatMinor,
    })
    .from(documents)
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .where(and(eq(billingProfiles.organizationId, asked), eq(documents.kind, 'credit_note')))
    .prepare(),
);

const attempts = prepared((db: Reader) =>
  db
    .select({ app: charges.subscriptionId, outcome: charges.outcome, amount: charges.amountMinor })
    .from(charges)
    .innerJoin(subscriptions, eq(subscriptions.id, charges.subscriptionId))
    .where(eq(subscriptions.organizationId, asked))
    .prepare(),
);

const written = prepared((db: Reader) =>
  db
    .select({
      versions: sql<number>`(select sum(version) from ${subscriptions} where organization_id = ${asked})`,
      audited: sql<number>`(select max(sequence) from ${auditEntries} where organization_id = ${asked})`,
      receipts: sql<number>`(select max(rowid) from ${receipts})`,
      told: sql<number>`(select max(rowid) from ${outboxEvents})`,
      charges: sql<string>`(select max(rowid) || ' ' || sum(outcome = 'disputed') || ' ' || sum(outcome = 'needs_action') from ${charges})`,
      issued: sql<number>`(select max(rowid) from ${documents})`,
      paid: sql<number>`(select max(rowid) from ${payments})`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

const BECAME: Readonly<Record<string, string>> = { succeeded: 'kept', refunded: 'given back', disputed: 'taken back' };

/** The customer's account as the database holds it, in the same lines as the reference tells its own. */
export async function observe({ id }: Pick<Customer, 'id'>): Promise<string[]> {
  const own = { organizationId: id };
  const found = await read(async (db) => ({
    apps: await apps(db).execute(own),
    lines: await lines(db).execute(own),
    notes: await notes(db).execute(own),
    invoices: await listStandings(db, eq(billingProfiles.organizationId, id)),
    attempts: await attempts(db).execute(own),
  }));
  const nameOf = (profileId: string) => profileId.slice(id.length + 1);
  const credited = (line: string) =>
    found.lines.filter(({ credits }) => credits === line).reduce((sum, { net }) => sum + net, 0n);
  const told = found.apps.flatMap((app, index) => {
    const name = `app ${index + 1}`;
    const charged = found.lines.filter((line) => line.app === app.id && line.credits === null);
    const payments = found.attempts.filter(
      (attempt) => attempt.app === app.id && BECAME[attempt.outcome] !== undefined,
    );
    const payer = nameOf(app.profile);
    return [
      `${name} is ${app.state} ${app.reason ?? ''}`,
      `${name} has ${app.quantity ?? 'all'} licenses, ${app.assigned} assigned, on ${app.plan}`,
      `${name} plans ${app.plannedId ? `${app.planned ?? 'all'} ${app.plannedPlan ?? ''}` : 'nothing'}`,
      `${name} runs from ${app.start ?? ''} until ${app.end ?? ''}, to be paid by ${app.payBy ?? ''} by ${payer}`,
      ...charged
        .map(({ id: line, profile, net, document }) => {
          const where = document === null ? 'waits' : 'billed';
          return `${name} line for ${nameOf(profile)}: ${net} ${where}, ${credited(line)} credited`;
        })
        .sort(),
      ...payments.map(({ amount, outcome }) => `${name} payment of ${amount}, ${BECAME[outcome]}`).sort(),
    ];
  });
  const issued = [
    ...found.notes.map(({ profile, net, vat }) => `credit_note to ${nameOf(profile)}: ${net} + ${vat}`),
    ...found.invoices.map(({ billingProfileId, totalMinor, paidMinor, creditedMinor }) => {
      const amounts = `${totalMinor}, ${paidMinor} paid, ${creditedMinor} credited`;
      return `invoice to ${nameOf(billingProfileId)}: ${amounts}`;
    }),
  ];
  const tried = (became: string) => found.attempts.filter(({ outcome }) => outcome === became).length;
  return [...told, ...issued.sort(), `declined ${tried('declined')}, to be approved ${tried('needs_action')}`];
}

/** How much has been written down about a customer: the same as long as nothing was done and nothing was tried. */
export async function tellWritten({ id }: Pick<Customer, 'id'>): Promise<string> {
  const [counted] = await read((db) => written(db).execute({ organizationId: id }));
  return Object.values({ ...counted }).join(' ');
}
