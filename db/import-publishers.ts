import { eq } from 'drizzle-orm';
import { canonicalJson } from '@/lib/domain/canonical-json';
import type { Reader } from './client';
import type { Compared } from './imports';
import type { PublisherDraft } from './offers';
import { publishers } from './schema';

/** Publishers of a file beside those that are there. */
export async function comparePublishers(db: Reader, drafts: readonly PublisherDraft[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const draft of drafts) {
    const [found] = await db.select().from(publishers).where(eq(publishers.id, draft.id));
    const { createdAt: _, ...stored } = found ?? { createdAt: 0 };
    const change = !found ? 'new' : canonicalJson(stored) === canonicalJson(draft) ? 'unchanged' : 'changed';
    compared.push({
      kind: 'publisher',
      id: draft.id,
      change,
      faults: [],
      apply: async (tx, now) => {
        if (found) await tx.update(publishers).set(draft).where(eq(publishers.id, draft.id));
        else await tx.insert(publishers).values({ ...draft, createdAt: now });
      },
    });
  }
  return compared;
}
