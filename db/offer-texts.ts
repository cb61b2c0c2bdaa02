import { and, eq } from 'drizzle-orm';
import { read } from './client';
import { offerTexts } from './schema';
import type { OrgScope } from './scope';

/** One sentence on what an app is for, in a language; undefined where the publisher gave none. What is sold is no secret. */
export async function findOfferSummary(_scope: OrgScope, offerId: string, locale: string): Promise<string | undefined> {
  const [row] = await read((db) =>
    db
      .select({ summary: offerTexts.summary })
      .from(offerTexts)
      .where(and(eq(offerTexts.offerId, offerId), eq(offerTexts.locale, locale))),
  );
  return row?.summary;
}
