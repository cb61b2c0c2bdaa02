import { accept, type Outcome, refuse } from './outcome';

export type NameRefusal = 'name_missing' | 'name_too_long' | 'name_malformed';

const LONGEST = 100;
/** Letters in any script with what stands in names; nothing that a mail program could take for an address. */
const NAME = /^[\p{L}\p{M}\p{N} .,'’ʼ·()-]+$/u;
const LIKE_ADDRESS = /\p{L}{2,}\.\p{L}{2,}/u;

/** A person's name as typed, to the one spelling that is stored: NFC, trimmed, single spaces, 1–100 characters. */
export function parsePersonName(typed: string): Outcome<string, NameRefusal> {
  const name = typed.normalize('NFC').trim().replaceAll(/ +/g, ' ');
  if (name === '') return refuse('name_missing');
  if ([...name].length > LONGEST) return refuse('name_too_long');
  return NAME.test(name) && /\p{L}/u.test(name) && !LIKE_ADDRESS.test(name) ? accept(name) : refuse('name_malformed');
}
