import { formatAddress } from 'localized-address-format';
import type { PostalAddress } from '@/lib/domain/address';

/** An address in the order of its country, one line each, without the country. Nothing that was given is left out. */
export function postalLines(address: PostalAddress): string[] {
  const { addressLine1, addressLine2, postalCode, city, region, country } = address;
  const street = [addressLine1, addressLine2].filter((line) => line !== null);
  const lines = formatAddress({
    postalCountry: country ?? '',
    addressLines: street,
    ...(postalCode ? { postalCode } : {}),
    ...(city ? { locality: city } : {}),
    ...(region ? { administrativeArea: region } : {}),
  }).map((line) => withoutPrefix(line, address));
  const said = lines.join('\n');
  const isWhole = [...street, postalCode, city, region].every((part) => !part || said.includes(part));
  if (isWhole) return lines;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [...street, town, region ?? ''].filter((line) => line !== '');
}

/** Some formats put the country's code before the postal code, which the post no longer asks for: 'SE-112 21'. */
function withoutPrefix(line: string, { postalCode, country }: PostalAddress): string {
  return postalCode ? line.replace(`${country}-${postalCode}`, postalCode) : line;
}
