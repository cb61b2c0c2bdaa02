import { accept, type Outcome, refuse } from './outcome';

export type NameRefusal = 'name_missing' | 'name_too_long' | 'name_malformed';

/** Letters as people count them; a name longer than this fits no list. */
export const LONGEST_NAME = 100;
export const LONGEST_PASSKEY_NAME = 60;

// Line breaks and marks that turn the direction of writing would let a name look like other text around it.
const ODD = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** A name as it is typed, to the one spelling that is stored: NFC, single spaces. */
export function parseName(typed: string, longest = LONGEST_NAME): Outcome<string, NameRefusal> {
  const name = typed.normalize('NFC').replace(/ +/g, ' ').trim();
  if (name === '') return refuse('name_missing');
  if ([...name].length > longest) return refuse('name_too_long');
  return ODD.test(name) ? refuse('name_malformed') : accept(name);
}
