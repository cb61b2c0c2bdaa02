import { asc, eq } from 'drizzle-orm';
import { read } from './client';
import { offerCountries } from './schema';
import type { OrgScope } from './scope';

/** The only countries in which an offer is sold; none where it is sold wherever apps are sold. No secret. */
export async function listCountriesOf(_scope: OrgScope, offerId: string): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ country: offerCountries.country })
      .from(offerCountries)
      .where(eq(offerCountries.offerId, offerId))
      .orderBy(asc(offerCountries.country)),
  );
  return rows.map(({ country }) => country);
}
