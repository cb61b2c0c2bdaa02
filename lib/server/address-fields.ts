import { formatAddress } from 'localized-address-format';

export type PlaceField = 'postalCode' | 'city' | 'region';

/** Where an address names what lies above the city, and what it is called there. */
const REGIONS = {
  AR: 'province',
  AU: 'state',
  CA: 'province',
  CL: 'region',
  ES: 'province',
  IE: 'county',
  IT: 'province',
  US: 'state',
} as const;
export type RegionKind = (typeof REGIONS)[keyof typeof REGIONS];

/** What a country's addresses call the region; undefined where they name none. */
export function regionKindOf(country: string): RegionKind | undefined {
  return isKnown(country) ? REGIONS[country] : undefined;
}

/** The fields below the street, in the order in which the country writes them. */
export function placeFieldsOf(country: string): readonly PlaceField[] {
  const marks = { postalCode: '1', city: '2', region: '3' } as const;
  const written = formatAddress({
    postalCountry: country,
    addressLines: ['0'],
    postalCode: marks.postalCode,
    locality: marks.city,
    administrativeArea: marks.region,
  }).join('');
  // What a country leaves out of its addresses comes last.
  const placeOf = (field: PlaceField) => (written.includes(marks[field]) ? written.indexOf(marks[field]) : Infinity);
  return [...(['postalCode', 'city', 'region'] as const)].sort((one, other) => placeOf(one) - placeOf(other));
}

function isKnown(country: string): country is keyof typeof REGIONS {
  return Object.hasOwn(REGIONS, country);
}
