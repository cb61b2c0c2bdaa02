/** Groups of countries that texts may address together; `groupsOf` says which country is in which. */
export const REGION_GROUPS = ['westernEurope'] as const;

export type RegionGroup = (typeof REGION_GROUPS)[number];

/** Where apps are sold: ISO 3166 countries (Puerto Rico has its own code), and whole groups. */
export const SOLD_IN = {
  countries: ['AR', 'AU', 'CA', 'CL', 'FR', 'DE', 'GR', 'PR', 'ZA', 'GB', 'US'],
  groups: ['westernEurope'],
} as const;

/** True for an ISO 3166 country code in capitals or the name of a group. */
export function isRegionName(name: string): boolean {
  return /^[A-Z]{2}$/.test(name) || REGION_GROUPS.some((group) => group === name);
}

const MEMBERS: Readonly<Record<RegionGroup, readonly string[]>> = {
  westernEurope: [
    'AD',
    'AT',
    'BE',
    'CH',
    'DE',
    'DK',
    'ES',
    'FI',
    'FR',
    'GB',
    'GR',
    'IE',
    'IS',
    'IT',
    'LI',
    'LU',
    'MC',
    'MT',
    'NL',
    'NO',
    'PT',
    'SE',
    'SM',
    'VA',
  ],
};

/** The groups that a country belongs to. */
export function groupsOf(country: string): readonly RegionGroup[] {
  return REGION_GROUPS.filter((group) => MEMBERS[group].includes(country));
}

/** The countries of a group. */
export function listMembers(group: RegionGroup): readonly string[] {
  return MEMBERS[group];
}
