import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReceiptAct } from '@/lib/domain/acts';
import { canonicalText } from '@/lib/domain/canonical';
import { receiptReference } from '@/lib/domain/references';
import { type Reader, read, type Transaction } from './client';
import { newId, randomOctets } from './ids';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { type ReceiptFacts, receiptFacts } from './receipt-facts';
import { people, receipts } from './schema';
import type { JobScope, OrgScope } from './scope';

export type Receipt = Awaited<ReturnType<typeof selectReceipts>>[number];

export type ReceiptDraft = {
  readonly key: string;
  readonly inputHash: string;
  readonly organizationId: string;
  readonly subscriptionId: string | null;
  readonly billingProfileId: string | null;
  readonly personId: string;
  readonly act: ReceiptAct;
  readonly facts: ReceiptFacts;
  readonly documentId: string | null;
  readonly createdAt: number;
};

/** The receipt if it is the scope's own, else undefined. */
export async function findReceipt(scope: OrgScope, id: string): Promise<Receipt | undefined> {
  const [found] = await read((db) =>
    selectReceipts(db, and(eq(receipts.id, id), eq(receipts.organizationId, scope.organizationId))),
  );
  return found;
}

/** For the mail that carries it. */
export async function findReceiptForJob(_scope: JobScope, id: string): Promise<Receipt | undefined> {
  const [found] = await read((db) => selectReceipts(db, eq(receipts.id, id)));
  return found;
}

/** What a key has had for an effect, and the request it was minted for. */
export type KeyEffect = { readonly id: string; readonly inputHash: string };

/** The first effect of a key, when it was used already: its receipt's id. */
export async function findEffectByKey(db: Reader, scope: OrgScope, key: string): Promise<KeyEffect | undefined> {
  const { organizationId, personId } = scope;
  const [found] = await effectByKey(db).execute({ key, organizationId, personId });
  return found;
}

/** Before a command starts: the first effect of a key, when it was used already. */
export async function findEffectOfKey(scope: OrgScope, key: string): Promise<KeyEffect | undefined> {
  return read((db) => findEffectByKey(db, scope, key));
}

const effectByKey = prepared((db: Reader) =>
  db
    .select({ id: receipts.id, inputHash: receipts.inputHash })
    .from(receipts)
    .where(
      and(
        eq(receipts.key, sql.placeholder('key')),
        eq(receipts.organizationId, sql.placeholder('organizationId')),
        eq(receipts.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

/** The receipt of a key that has had its effect. */
export async function findReceiptOfKey(scope: OrgScope, key: string): Promise<Receipt | undefined> {
  const own = and(eq(receipts.organizationId, scope.organizationId), eq(receipts.personId, scope.personId));
  const [found] = await read((db) => selectReceipts(db, and(eq(receipts.key, key), own)));
  return found;
}

/** The organization's newest receipts of one subscription. */
export async function listReceipts(scope: OrgScope, subscriptionId: string, limit: number): Promise<Receipt[]> {
  const own = eq(receipts.organizationId, scope.organizationId);
  return read((db) => selectReceipts(db, and(own, eq(receipts.subscriptionId, subscriptionId)), limit));
}

/** Writes the proof of an act, inside the act's transaction. */
export async function saveReceipt(tx: Transaction, draft: ReceiptDraft): Promise<string> {
  const id = newId();
  const facts = JSON.parse(canonicalText(draft.facts));
  await insertReceipt(tx, { ...draft, id, facts, reference: receiptReference(randomOctets(8)) });
  return id;
}

const insertReceipt = preparedInsert(receipts);

async function selectReceipts(db: Reader, condition: ReturnType<typeof and>, limit = 1) {
  const rows = await db
    .select({ receipt: receipts, personName: people.name })
    .from(receipts)
    .innerJoin(people, eq(people.id, receipts.personId))
    .where(condition)
    .orderBy(desc(receipts.createdAt))
    .limit(limit);
  return rows.map(({ receipt, ...row }) => ({ ...receipt, ...row, facts: receiptFacts.parse(receipt.facts) }));
}
