import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { canonicalJson } from '@/lib/domain/canonical-json';
import type { Day } from '@/lib/domain/days';
import { type DocumentKind, snapshotOf } from '@/lib/domain/document-snapshot';
import type { Bill } from '@/lib/domain/proration';
import type { Transaction } from './client';
import { requireDocumentFacts } from './document-facts';
import { newId, sha256 } from './ids';
import { recordOutboxEvent } from './outbox';
import { recordCharge, recordCredit } from './payments';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { preparedUpdate } from './prepared-update';
import { listPaidByCredit } from './profile-money';
import { reinstatePaid } from './reinstatements';
import { billingLines, documentNumbers, documents } from './schema';

export type DocumentDraft = {
  readonly kind: DocumentKind;
  readonly billingProfileId: string;
  readonly issuedOn: Day;
  readonly issuedAt: number;
  /** The charge that pays it; null while it is unpaid, and on a credit note. */
  readonly chargeId: string | null;
  /** Credit of the profile that pays it, or a part of it. */
  readonly creditMinor?: bigint;
  /** Lines of the profile that wait, in the order in which they stand; the document's sums follow from them. */
  readonly lineIds: readonly string[];
  /** On a credit note: the invoice that it credits, as it stood before, by VAT rate. */
  readonly credits?: readonly Bill[];
};

export type IssuedDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
};

const insertDocument = preparedInsert(documents);

/**
 * Issues a document under the next number of its kind and year, such as '2026-00418', freezes all that it says, and has
 * it mailed to the profile's invoice recipients. Only inside a transaction.
 */
export async function saveDocument(tx: Transaction, draft: DocumentDraft): Promise<IssuedDocument> {
  const { kind, billingProfileId, issuedOn, issuedAt, chargeId, creditMinor = 0n, lineIds, credits = [] } = draft;
  const number = await takeNumber(tx, kind, Number(issuedOn.slice(0, 4)));
  const asked = { kind, number, billingProfileId, issuedOn, lineIds, credits };
  const { organizationId, facts } = await requireDocumentFacts(tx, asked);
  const { snapshot, amounts } = snapshotOf(facts);
  const frozen = canonicalJson(snapshot);
  const id = newId();
  await insertDocument(tx, {
    id,
    kind,
    number,
    billingProfileId,
    issuedOn,
    issuedAt,
    chargeId,
    currency: snapshot.currency,
    ...amounts,
    dueOn: snapshot.terms?.dueOn ?? null,
    snapshot: frozen,
    snapshotHash: sha256(frozen),
  });
  const taken = await takeLines(tx, { documentId: id }, { lineIds: JSON.stringify(lineIds), billingProfileId });
  if (taken !== lineIds.length) throw new Error('A line stands on another document already');
  const paying = { billingProfileId, currency: snapshot.currency, receivedOn: issuedOn, createdAt: issuedAt };
  if (chargeId !== null) await recordCharge(tx, { ...paying, chargeId }, id);
  if (creditMinor > 0n) await recordCredit(tx, { ...paying, amountMinor: creditMinor }, id);
  const told = { notice: 'invoice_issued', organizationId, billingProfileId, subscriptionId: null } as const;
  const payload = { ...told, documentId: id, on: issuedOn };
  await recordOutboxEvent(tx, newId(), { kind: 'notice', payload }, issuedAt);
  if (kind === 'credit_note') {
    // An invoice that was short of credit may have it now.
    const documentIds = await listPaidByCredit(tx, billingProfileId);
    await reinstatePaid(tx, { documentIds, personId: undefined, today: issuedOn, now: issuedAt });
  }
  return { id, kind, number };
}

const takeLines = preparedUpdate(
  billingLines,
  and(
    inArray(billingLines.id, sql`(select value from json_each(${sql.placeholder('lineIds')}))`),
    eq(billingLines.billingProfileId, sql.placeholder('billingProfileId')),
    isNull(billingLines.documentId),
  ),
);

async function takeNumber(tx: Transaction, kind: DocumentKind, year: number): Promise<string> {
  const [taken] = await nextNumber(tx).execute({ kind, year });
  if (!taken) throw new Error('No document number was given');
  return `${year}-${String(taken.lastNumber).padStart(5, '0')}`;
}

const nextNumber = prepared((tx: Transaction) =>
  tx
    .insert(documentNumbers)
    .values({ kind: sql.placeholder('kind'), year: sql.placeholder('year'), lastNumber: 1 })
    .onConflictDoUpdate({
      target: [documentNumbers.kind, documentNumbers.year],
      set: { lastNumber: sql`${documentNumbers.lastNumber} + 1` },
    })
    .returning({ lastNumber: documentNumbers.lastNumber })
    .prepare(),
);
