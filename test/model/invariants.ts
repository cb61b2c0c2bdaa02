import { asc, eq, like } from 'drizzle-orm';
import { hashOfEntry } from '@/db/audit';
import { type Reader, read } from '@/db/client';
import { findLedgerImbalance } from '@/db/ledger';
import { auditEntries, billingLines, charges, documentNumbers, documents, payments, subscriptions } from '@/db/schema';
import { job } from '@/test/support/database';
import type { Customer } from './customer';
import { Difference } from './difference';
import { PROFILES } from './reference/account';
import { rounded } from './reference/money';

type Found = Awaited<ReturnType<typeof selectFound>>;

/** What holds after any history whatever: of one customer's lines, documents, charges and audit. */
export async function requireInvariants({ id }: Pick<Customer, 'id'>): Promise<void> {
  const found = await read((db) => selectFound(db, id));
  requireSums(found);
  requireCreditWithinCharge(found);
  requireMoneyKept(found);
  requireAudited(found);
  requireUnbrokenChain(found);
  for (const profileId of PROFILES.map((profile) => `${id}-${profile}`)) {
    const imbalance = await findLedgerImbalance(job, profileId);
    if (imbalance !== 0n) throw new Difference(`the ledger of ${profileId} is out by ${imbalance}`);
  }
}

async function selectFound(db: Reader, id: string) {
  const own = eq(subscriptions.organizationId, id);
  const ofOwn = eq(subscriptions.id, billingLines.subscriptionId);
  const lines = await db
    .select({ line: billingLines, document: documents })
    .from(billingLines)
    .innerJoin(subscriptions, ofOwn)
    .leftJoin(documents, eq(documents.id, billingLines.documentId))
    .where(own);
  return {
    lines: lines.map(({ line }) => line),
    papers: [...new Map(lines.flatMap(({ document }) => (document ? [[document.id, document]] : []))).values()],
    payments: await db
      .select()
      .from(payments)
      .where(like(payments.billingProfileId, `${id}-%`)),
    charges: await db.select().from(charges).where(eq(charges.organizationId, id)),
    audit: await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.organizationId, id))
      .orderBy(asc(auditEntries.sequence)),
  };
}

/** Every document is the sum of its lines; VAT is rounded once for each rate, on invoices and on all that is credited. */
function requireSums({ lines, papers }: Found): void {
  for (const { id, kind, number, netMinor, vatMinor, totalMinor } of papers) {
    const own = lines.filter(({ documentId }) => documentId === id);
    const net = own.reduce((sum, line) => sum + line.netMinor, 0n);
    const vat = kind === 'invoice' ? vatOn(own) : vatMinor;
    if (netMinor !== net || vatMinor !== vat || totalMinor !== net + vat) {
      throw new Difference(
        `document ${number} says ${netMinor} + ${vatMinor} = ${totalMinor}, its lines ${net} + ${vat}`,
      );
    }
    const credits = lines.filter(({ creditsLineId }) => own.some((line) => line.id === creditsLineId));
    const notes = papers.filter((paper) => credits.some(({ documentId }) => documentId === paper.id));
    const credited = notes.reduce((sum, note) => sum + note.vatMinor, 0n);
    if (kind === 'invoice' && credited !== vatOn(credits)) {
      throw new Difference(`of document ${number} VAT of ${credited} was credited, of its lines ${vatOn(credits)}`);
    }
  }
}

function vatOn(lines: Found['lines']): bigint {
  const nets = new Map<number, bigint>();
  for (const { vatBasisPoints: rate, netMinor: net } of lines) nets.set(rate, (nets.get(rate) ?? 0n) + net);
  return [...nets].reduce((sum, [rate, group]) => sum + rounded(group * BigInt(rate), 10_000n), 0n);
}

function requireCreditWithinCharge({ lines }: Found): void {
  for (const { id, kind, netMinor } of lines) {
    const credited = lines
      .filter(({ creditsLineId }) => creditsLineId === id)
      .reduce((sum, line) => sum + line.netMinor, 0n);
    if (credited > netMinor || (kind === 'credit' && credited > 0n)) {
      throw new Difference(`a line of ${netMinor} was credited ${credited}`);
    }
  }
}

/** Money that was taken and kept is one payment of the same amount. */
function requireMoneyKept({ charges: taken, payments: kept }: Found): void {
  for (const { id, outcome, amountMinor } of taken) {
    const paid = kept.filter(({ chargeId }) => chargeId === id);
    if (outcome === 'asked') throw new Difference(`a charge of ${amountMinor} was never answered`);
    if (outcome !== 'succeeded') continue;
    if (paid.length !== 1 || paid[0]?.amountMinor !== amountMinor) {
      throw new Difference(`a charge of ${amountMinor} is kept as ${paid.map((payment) => payment.amountMinor)}`);
    }
  }
}

function requireAudited({ lines, audit }: Found): void {
  for (const { subscriptionId, createdAt, kind, netMinor } of lines) {
    const isTold = audit.some((entry) => entry.subscriptionId === subscriptionId && entry.at === createdAt);
    if (!isTold) throw new Difference(`no audit tells of a ${kind} line of ${netMinor}`);
  }
}

function requireUnbrokenChain({ audit }: Found): void {
  let previousHash = '0'.repeat(64);
  for (const [index, entry] of audit.entries()) {
    const facts = { before: Object(entry.before), after: Object(entry.after) };
    const isInPlace = entry.sequence === index + 1 && entry.previousHash === previousHash;
    if (!isInPlace || entry.hash !== hashOfEntry({ ...entry, ...facts })) {
      throw new Difference(`the audit is broken at entry ${index + 1}`);
    }
    previousHash = entry.hash;
  }
}

/** Of every document that was ever issued here: each year and kind counts from 1 without a gap. */
export async function requireGaplessNumbers(): Promise<void> {
  const { issued, taken } = await read(async (db) => ({
    issued: await db.select({ kind: documents.kind, number: documents.number }).from(documents),
    taken: await db.select().from(documentNumbers),
  }));
  for (const { kind, year, lastNumber } of taken) {
    const own = issued.filter((document) => document.kind === kind && document.number.startsWith(`${year}-`));
    const numbers = new Set(own.map(({ number }) => Number(number.slice(5))));
    if (numbers.size !== lastNumber || Math.max(...numbers) !== lastNumber) {
      throw new Difference(`${kind} ${year}: ${numbers.size} issued, the last is number ${lastNumber}`);
    }
  }
}
