import { and, eq, sql } from 'drizzle-orm';
import type { ReviewedTaskName } from '@/lib/domain/acts';
import type { Outcome } from '@/lib/domain/outcome';
import { type Reader, read, type Transaction } from './client';
import { sha256 } from './ids';
import { prepared } from './prepared';
import { previews } from './schema';
import type { OrgScope } from './scope';
import { writeTogether } from './write-together';

/** A wish as it was shown for review; `shown` is the canonical text of what was decided, to the last minor unit. */
export type Preview<Wish> = {
  readonly key: string;
  readonly task: ReviewedTaskName;
  /** The subscription or billing profile it is about, and the version it was decided from. */
  readonly subjectId: string;
  readonly version: number;
  readonly wish: Wish;
  readonly shown: string;
  readonly expiresAt: number;
};

/** Equal requests have equal hashes, whatever the order in which a form sent its fields. */
export function hashOfRequest(name: string, subjectId: string, wish: unknown): string {
  return sha256(JSON.stringify([name, subjectId, wish], sortedKeys));
}

function sortedKeys(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Keeps what is shown for review under the key minted with the form. Sent again with another wish before it is
 * confirmed (the reader went back), it is replaced; another person's key is left alone and answers false.
 */
export async function savePreview<Wish>(
  scope: OrgScope,
  { key, task, subjectId, version, wish, shown, expiresAt }: Preview<Wish>,
  now: number,
): Promise<Outcome<boolean, 'busy'>> {
  const inputHash = hashOfRequest(task, subjectId, wish);
  const content = { wish, inputHash, shown, version, createdAt: now, expiresAt };
  const own = { organizationId: scope.organizationId, personId: scope.personId };
  return writeTogether(async (tx) => {
    const saved = await upsert(tx).execute({ key, task, subjectId, ...own, ...content });
    return saved.length > 0;
  });
}

const excluded = {
  wish: sql`excluded.wish`,
  inputHash: sql`excluded.input_hash`,
  shown: sql`excluded.shown`,
  version: sql`excluded.version`,
  createdAt: sql`excluded.created_at`,
  expiresAt: sql`excluded.expires_at`,
};

const upsert = prepared((tx: Transaction) =>
  tx
    .insert(previews)
    .values({
      key: sql.placeholder('key'),
      task: sql.placeholder('task'),
      subjectId: sql.placeholder('subjectId'),
      organizationId: sql.placeholder('organizationId'),
      personId: sql.placeholder('personId'),
      wish: sql.placeholder('wish'),
      inputHash: sql.placeholder('inputHash'),
      shown: sql.placeholder('shown'),
      version: sql.placeholder('version'),
      createdAt: sql.placeholder('createdAt'),
      expiresAt: sql.placeholder('expiresAt'),
    })
    .onConflictDoUpdate({
      target: previews.key,
      set: excluded,
      setWhere: sql`organization_id = excluded.organization_id and person_id = excluded.person_id
        and task = excluded.task and subject_id = excluded.subject_id`,
    })
    .returning({ key: previews.key })
    .prepare(),
);

/** The scope's own preview of a task under this key, or undefined. The wish is as it was stored: parse it. */
export async function findPreview(
  scope: OrgScope,
  task: ReviewedTaskName,
  key: string,
): Promise<Preview<unknown> | undefined> {
  const { organizationId, personId } = scope;
  const [row] = await read((db) => ownByKey(db).execute({ key, task, organizationId, personId }));
  return row;
}

const ownByKey = prepared((db: Reader) =>
  db
    .select()
    .from(previews)
    .where(
      and(
        eq(previews.key, sql.placeholder('key')),
        eq(previews.task, sql.placeholder('task')),
        eq(previews.organizationId, sql.placeholder('organizationId')),
        eq(previews.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);
