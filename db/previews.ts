import { and, eq, sql } from 'drizzle-orm';
import type { ReviewedTaskName } from '@/lib/domain/acts';
import type { Outcome } from '@/lib/domain/outcome';
import { type Reader, read, write } from './client';
import { sha256 } from './ids';
import { prepared } from './prepared';
import { previews } from './schema';
import type { OrgScope } from './scope';

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
  return write(async (tx) => {
    const saved = await tx
      .insert(previews)
      .values({ key, task, subjectId, ...own, ...content })
      .onConflictDoUpdate({
        target: previews.key,
        set: content,
        setWhere: and(
          eq(previews.organizationId, own.organizationId),
          eq(previews.personId, own.personId),
          eq(previews.task, task),
          eq(previews.subjectId, subjectId),
        ),
      })
      .returning({ key: previews.key });
    return saved.length > 0;
  });
}

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
