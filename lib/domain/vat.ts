import { type Amounts, roundHalfAway } from './money';
import { accept, type Outcome, refuse } from './outcome';

/** UNTDID 5305: standard, zero, exempt, reverse charge, intra-community, export, outside scope. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O';

export type TaxedLine = {
  readonly netMinor: bigint;
  readonly category: VatCategory;
  readonly rateBp: number;
  /** On a credit: what has been credited of its group before. */
  readonly creditedNetMinor?: bigint;
};

export type VatGroup = {
  readonly category: VatCategory;
  readonly rateBp: number;
  readonly netMinor: bigint;
  readonly vatMinor: bigint;
};

/** Standard VAT or GST rate in basis points. Countries that tax by state or province have no row on purpose. */
const STANDARD_RATE_BP: Readonly<Record<string, number>> = {
  AT: 2000,
  AU: 1000,
  BE: 2100,
  CH: 810,
  CL: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GB: 2000,
  GR: 2400,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  NL: 2100,
  NO: 2500,
  NZ: 1500,
  PL: 2300,
  PT: 2300,
  SE: 2500,
};

/** Standard rate of a country in basis points (2500 = 25 %); a country without a row is refused, never guessed. */
export function standardVatRateBp(country: string): Outcome<number, 'vat_rate_unknown'> {
  const rate = Object.hasOwn(STANDARD_RATE_BP, country) ? STANDARD_RATE_BP[country] : undefined;
  return rate === undefined ? refuse('vat_rate_unknown') : accept(rate);
}

/** The same for a country that is sold to, in which everything bought has a rate. Throws where there is none. */
export function requireVatRateBp(country: string): number {
  const rate = standardVatRateBp(country);
  if (!rate.ok) throw new Error(`No VAT rate for ${country}`);
  return rate.value;
}

/** VAT of a net sum in minor units, rounded once. */
export function vatOf(netMinor: bigint, rateBp: number): bigint {
  return roundHalfAway(netMinor * BigInt(rateBp), 10_000n);
}

/**
 * One group per (category, rate) in order of first appearance; VAT on the group's summed net, rounded once. A credit has
 * what it adds to the VAT of all that is credited of its group, so that the last one leaves nothing.
 */
export function vatGroups(lines: readonly TaxedLine[]): VatGroup[] {
  const sums = new Map<string, TaxedLine>();
  for (const line of lines) {
    const key = `${line.category} ${line.rateBp}`;
    sums.set(key, { ...line, netMinor: line.netMinor + (sums.get(key)?.netMinor ?? 0n) });
  }
  return [...sums.values()].map(({ category, rateBp, netMinor, creditedNetMinor: before = 0n }) => {
    const vatMinor = vatOf(before + netMinor, rateBp) - vatOf(before, rateBp);
    return { category, rateBp, netMinor, vatMinor };
  });
}

/** Net, VAT and total of lines: total = net + VAT exactly. */
export function totalOf(lines: readonly TaxedLine[]): Amounts {
  const groups = vatGroups(lines);
  const netMinor = groups.reduce((sum, group) => sum + group.netMinor, 0n);
  const vatMinor = groups.reduce((sum, group) => sum + group.vatMinor, 0n);
  return { netMinor, vatMinor, totalMinor: netMinor + vatMinor };
}
