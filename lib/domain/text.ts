/**
 * Whether text can be stored and read back unchanged. SQLite hands text with NUL back cut at the NUL, and a lone
 * surrogate has no UTF-8 form, so both are refused where they are typed.
 */
export function isStorableText(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}
