import { accept, type Outcome, refuse } from './outcome';

export type PasskeyNameRefusal = 'passkey_name_missing' | 'passkey_name_too_long' | 'passkey_name_malformed';

export const LONGEST_PASSKEY_NAME = 60;

// Line breaks and marks that turn the direction of writing would let a name look like other text around it.
const ODD = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** What somebody calls a passkey, to the one spelling that is stored: NFC, trimmed, single spaces, 1–60 characters. */
export function parsePasskeyName(typed: string): Outcome<string, PasskeyNameRefusal> {
  const name = typed.normalize('NFC').trim().replaceAll(/ +/g, ' ');
  if (name === '') return refuse('passkey_name_missing');
  if ([...name].length > LONGEST_PASSKEY_NAME) return refuse('passkey_name_too_long');
  return ODD.test(name) ? refuse('passkey_name_malformed') : accept(name);
}
