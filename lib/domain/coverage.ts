import { groupsOf, listMembers, REGION_GROUPS, type RegionGroup, SOLD_IN } from '@/lib/domain/guides/regions';
import type { Currency } from './money';
import { CURRENCY_OF_COUNTRY, currencyOf } from './regions';

/** Whether apps are sold to organizations of a country, and by what. `unknown`: no country of ours has that code. */
export type Coverage =
  | { readonly by: 'country'; readonly currency: Currency }
  | { readonly by: 'group'; readonly group: RegionGroup; readonly currency: Currency }
  | { readonly by: 'nothing' }
  | { readonly by: 'unknown' };

const SOLD_COUNTRIES: readonly string[] = SOLD_IN.countries;
const SOLD_GROUPS: readonly string[] = SOLD_IN.groups;

/**
 * The answer for an ISO 3166 code in capitals. A country that is listed itself is not answered by its group, and one
 * without a currency is not covered: nothing could be invoiced there.
 */
export function coverageOf(country: string): Coverage {
  if (!listCountries().includes(country)) return { by: 'unknown' };
  const currency = currencyOf(country);
  if (!currency.ok) return { by: 'nothing' };
  if (SOLD_COUNTRIES.includes(country)) return { by: 'country', currency: currency.value };
  const group = groupsOf(country).find((each) => SOLD_GROUPS.includes(each));
  return group ? { by: 'group', group, currency: currency.value } : { by: 'nothing' };
}

/** Every country that has an answer, by its code. */
export function listCountries(): readonly string[] {
  const known = [...Object.keys(CURRENCY_OF_COUNTRY), ...SOLD_COUNTRIES, ...REGION_GROUPS.flatMap(listMembers)];
  return [...new Set(known)].sort();
}

/** The countries that only their group brings in. */
export function listCoveredBy(group: RegionGroup): readonly string[] {
  return listMembers(group).filter((country) => coverageOf(country).by === 'group');
}
