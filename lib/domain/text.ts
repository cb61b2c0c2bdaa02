import { accept, type Outcome, refuse } from './outcome';

/**
 * Whether text can be stored and read back unchanged. SQLite hands text with NUL back cut at the NUL, and a lone
 * surrogate has no UTF-8 form, so both are refused where they are typed.
 */
export function isStorableText(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/**
 * Whether every character of a text is one that a reader sees, or a space. Refused: control characters, what has no
 * width or turns the direction of what follows, and code points without a meaning of their own. Markup is plain text.
 */
export function isPlainText(text: string): boolean {
  return !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}

export type TextRefusal = 'too_long' | 'not_plain';

/**
 * One line as it was typed, to the one spelling that is stored: NFC, spaces at the ends left out, several in a row made
 * one. Empty text is null. `longest` counts characters.
 */
export function parseLine(typed: string, longest: number): Outcome<string | null, TextRefusal> {
  const line = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (line === '') return accept(null);
  if (!isPlainText(line)) return refuse('not_plain');
  return [...line].length > longest ? refuse('too_long') : accept(line);
}
