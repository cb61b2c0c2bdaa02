import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

/** A number as it is typed in a country, to E.164 such as '+46846500412'. Empty text is null; extensions are refused. */
export function parsePhone(typed: string, country: string): Outcome<string | null, 'phone_malformed'> {
  const said = typed.normalize('NFKC').trim();
  if (said === '') return accept(null);
  const home = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const parsed = parsePhoneNumberFromString(said, { ...home, extract: false });
  return parsed?.isValid() && parsed.ext === undefined ? accept(parsed.number) : refuse('phone_malformed');
}

/** A kept number as people write it: '+46 8 465 004 12'. */
export function writtenPhone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
