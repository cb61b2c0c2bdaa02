import { type Activity, type ActivityFilter, listActivity } from '@/db/activity';
import type { OrgScope } from '@/db/scope';
import { csvLine } from '@/lib/domain/csv';

const CHUNK_LENGTH = 500;

type Kept = Pick<ActivityFilter, 'subscriptionId' | 'personId'>;

/** What the file says in the reader's language. */
export type ExportWords = {
  readonly columns: readonly string[];
  readonly when: (at: number) => string;
  readonly act: (activity: Activity) => string;
  /** In place of a person where nobody acted. */
  readonly nobody: string;
};

/** Every entry that is kept, newest first, in chunks: entries are only ever added, so the chunks make one whole. */
async function* readActivity(scope: OrgScope, kept: Kept): AsyncGenerator<readonly Activity[]> {
  let beforeSequence: number | undefined;
  do {
    const chunk: Activity[] = await listActivity(scope, { ...kept, beforeSequence, limit: CHUNK_LENGTH });
    yield chunk;
    beforeSequence = chunk.length === CHUNK_LENGTH ? chunk.at(-1)?.sequence : undefined;
  } while (beforeSequence !== undefined);
}

/** A table to read: in the reader's words, with the codes beside them. */
export async function* exportCsv(scope: OrgScope, kept: Kept, words: ExportWords): AsyncGenerator<string> {
  yield csvLine(words.columns);
  for await (const chunk of readActivity(scope, kept)) {
    yield chunk
      .map((entry) =>
        csvLine([
          entry.sequence,
          new Date(entry.at).toISOString(),
          words.when(entry.at),
          entry.personName ?? words.nobody,
          words.act(entry),
          entry.appName ?? '',
          entry.act,
          entry.subscriptionId ?? '',
          factsAsText(entry.before),
          factsAsText(entry.after),
        ]),
      )
      .join('');
  }
}

/** The same for machines: codes and ISO 8601 alone, with the hashes that chain the entries together. */
export async function* exportJson(
  scope: OrgScope,
  kept: Kept,
  about: { readonly organization: string; readonly exportedAt: number },
): AsyncGenerator<string> {
  const organization = { id: scope.organizationId, name: about.organization };
  const exportedAt = new Date(about.exportedAt).toISOString();
  yield `{"organization":${JSON.stringify(organization)},"exportedAt":${JSON.stringify(exportedAt)},"entries":[`;
  let isFirst = true;
  for await (const chunk of readActivity(scope, kept)) {
    for (const entry of chunk) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(jsonOf(entry))}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

function jsonOf({ id, sequence, at, act, before, after, previousHash, hash, ...entry }: Activity) {
  return {
    sequence,
    id,
    at: new Date(at).toISOString(),
    act,
    person: entry.personId === null ? null : { id: entry.personId, name: entry.personName },
    subscription: entry.subscriptionId === null ? null : { id: entry.subscriptionId, app: entry.appName },
    billingProfile: entry.billingProfileId === null ? null : { id: entry.billingProfileId, name: entry.profileName },
    before,
    after,
    previousHash,
    hash,
  };
}

function factsAsText(facts: Activity['before']): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('; ');
}
