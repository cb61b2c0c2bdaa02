/** Crockford's 32 symbols: no I, L, O or U, so nothing is misread aloud or on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt's reference, such as 'SV-7K3M-2Q9P', from exactly 8 random bytes (40 bits of them are used). */
export function receiptReference(randomBytes: Uint8Array): string {
  if (randomBytes.length !== 8) throw new RangeError('A reference takes 8 random bytes');
  const symbols = Array.from(randomBytes, (byte) => ALPHABET.charAt(byte % 32)).join('');
  return `SV-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
