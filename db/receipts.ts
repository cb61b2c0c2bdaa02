import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { receiptReference } from '@/lib/domain/references';
import { type Reader, read, type Transaction } from './client';
import { newId, randomOctets } from './ids';
import { people, receipts, subscriptions } from './schema';
import type { JobScope, OrgScope } from './scope';

const minor = z.string().regex(/^\d+$/).transform(BigInt);
const amounts = z.object({ netMinor: minor, vatMinor: minor, totalMinor: minor });
const renewal = amounts.extend({ on: z.string(), quantity: z.number().int() });

/** Everything a receipt says, without words: it is written out anew in whichever language it is read. */
const receiptFacts = z.object({
  appName: z.string(),
  planName: z.string(),
  publisherName: z.string(),
  term: z.enum(['P1M', 'P1Y']),
  currency: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  effectiveOn: z.string(),
  timeZone: z.string(),
  charge: amounts.nullable(),
  credit: amounts.nullable(),
  served: z.object({ from: z.string(), through: z.string(), days: z.number().int(), of: z.number().int() }).nullable(),
  renewal: z.object({ before: renewal, after: renewal }).nullable(),
  settlement: z.enum(['card', 'invoice']),
  profileName: z.string(),
  card: z.object({ brand: z.string(), lastFour: z.string() }).nullable(),
  documentNumber: z.string().nullable(),
  recipients: z.array(z.string()),
});

export type ReceiptFacts = z.infer<typeof receiptFacts>;
export type Receipt = Awaited<ReturnType<typeof selectReceipts>>[number];

export type ReceiptDraft = {
  readonly key: string;
  readonly inputHash: string;
  readonly organizationId: string;
  readonly subscriptionId: string;
  readonly personId: string;
  readonly act: Receipt['act'];
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

/** The first effect of a key, when it was used already. */
export async function findReceiptByKey(db: Reader, scope: OrgScope, key: string): Promise<Receipt | undefined> {
  const [found] = await selectReceipts(
    db,
    and(
      eq(receipts.key, key),
      eq(receipts.organizationId, scope.organizationId),
      eq(receipts.personId, scope.personId),
    ),
  );
  return found;
}

/** Before a command starts: the first effect of a key, when it was used already. */
export async function findReceiptOfKey(scope: OrgScope, key: string): Promise<Receipt | undefined> {
  return read((db) => findReceiptByKey(db, scope, key));
}

/** The organization's newest receipts, of one subscription when it is given. */
export async function listReceipts(
  scope: OrgScope,
  subscriptionId: string | undefined,
  limit: number,
): Promise<Receipt[]> {
  const own = eq(receipts.organizationId, scope.organizationId);
  const condition = subscriptionId === undefined ? own : and(own, eq(receipts.subscriptionId, subscriptionId));
  return read((db) => selectReceipts(db, condition, limit));
}

/** Writes the proof of an act, inside the act's transaction. */
export async function saveReceipt(tx: Transaction, draft: ReceiptDraft): Promise<string> {
  const id = newId();
  const facts = JSON.parse(
    JSON.stringify(draft.facts, (_, value) => (typeof value === 'bigint' ? value.toString() : value)),
  );
  await tx.insert(receipts).values({ ...draft, id, facts, reference: receiptReference(randomOctets(8)) });
  return id;
}

async function selectReceipts(db: Reader, condition: ReturnType<typeof and>, limit = 1) {
  const rows = await db
    .select({ receipt: receipts, personName: people.name, billingProfileId: subscriptions.billingProfileId })
    .from(receipts)
    .innerJoin(people, eq(people.id, receipts.personId))
    .innerJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .where(condition)
    .orderBy(desc(receipts.createdAt))
    .limit(limit);
  return rows.map(({ receipt, ...row }) => ({ ...receipt, ...row, facts: receiptFacts.parse(receipt.facts) }));
}
