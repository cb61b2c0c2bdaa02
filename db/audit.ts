import { desc, eq, sql } from 'drizzle-orm';
import type { ActFacts } from '@/lib/domain/act-variants';
import type { AuditAct } from '@/lib/domain/acts';
import type { Transaction } from './client';
import { newId, sha256 } from './ids';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { auditEntries } from './schema';

/** Facts before and after a change: codes, numbers and days, never sentences. Amounts travel as decimal digits. */
export type AuditFacts = ActFacts;

export type AuditDraft = {
  readonly organizationId: string;
  /** Absent when a job acted. */
  readonly personId: string | undefined;
  readonly act: AuditAct;
  /** What it is about: an app, a billing profile, both, or the organization itself. */
  readonly subscriptionId: string | null;
  readonly billingProfileId: string | null;
  readonly before: AuditFacts;
  readonly after: AuditFacts;
  readonly at: number;
};

/** What the first entry of a chain has in the place of a hash before it. */
export const FIRST_HASH = '0'.repeat(64);

/** Appends one entry to the organization's chain. Runs inside the transaction of the change it tells of. */
export async function recordAuditEntry(tx: Transaction, draft: AuditDraft): Promise<void> {
  const [last] = await lastEntry(tx).execute({ organizationId: draft.organizationId });
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? FIRST_HASH;
  const personId = draft.personId ?? null;
  const hash = hashOfEntry({ ...draft, personId, sequence, previousHash });
  await insertEntry(tx, { ...draft, personId, id: newId(), sequence, previousHash, hash });
}

const insertEntry = preparedInsert(auditEntries);

const lastEntry = prepared((tx: Transaction) =>
  tx
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.organizationId, sql.placeholder('organizationId')))
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .prepare(),
);

/** An entry with all that its hash covers. */
export type HashedEntry = Omit<AuditDraft, 'personId'> & {
  readonly personId: string | null;
  readonly sequence: number;
  readonly previousHash: string;
};

/** What an entry's hash covers: all of its content, its place, and the hash before it. */
export function hashOfEntry(entry: HashedEntry): string {
  const { organizationId, sequence, at, personId, act, subscriptionId, billingProfileId, before, after } = entry;
  return sha256(
    JSON.stringify([
      organizationId,
      sequence,
      at,
      personId,
      act,
      subscriptionId,
      billingProfileId,
      sorted(before),
      sorted(after),
      entry.previousHash,
    ]),
  );
}

function sorted(facts: AuditFacts): [string, string | number | null][] {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
}
