import { coverageOf } from './coverage';
import { accept, type Outcome, refuse } from './outcome';

export type AvailabilityRefusal = 'country_not_served' | 'not_sold_in_country';

/**
 * Whether organizations of a country may buy an offer. `soldIn` are ISO 3166 codes; none means wherever apps are sold.
 */
export function judgeAvailability(country: string, soldIn: readonly string[]): Outcome<null, AvailabilityRefusal> {
  const { by } = coverageOf(country);
  if (by === 'nothing' || by === 'unknown') return refuse('country_not_served');
  return soldIn.length === 0 || soldIn.includes(country) ? accept(null) : refuse('not_sold_in_country');
}
