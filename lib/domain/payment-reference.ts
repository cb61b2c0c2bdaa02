/** The remainder by 97 of digits and letters (A is 10, Z is 35), as ISO 7064 weighs them. */
function mod97Of(text: string): number {
  return [...text].reduce((sum, letter) => {
    const value = Number.parseInt(letter, 36);
    return (sum * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** True for an international bank account number without spaces, capitals only, whose check digits are right. */
export function isIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && mod97Of(text.slice(4) + text.slice(0, 4)) === 1;
}

/**
 * What a bank transfer names so that the money finds its invoice: a creditor reference (ISO 11649) made from the
 * invoice's number, '2026-00418' → 'RF25202600418'. Its check digits tell a mistyped one.
 */
export function paymentReferenceOf(invoiceNumber: string): string {
  const core = invoiceNumber.replaceAll('-', '');
  return `RF${String(98 - mod97Of(`${core}RF00`)).padStart(2, '0')}${core}`;
}

/** In groups of four, as people read it out. */
export function spellReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The invoice's number that somebody typed or pasted: the number itself or its reference, spaces or not. */
export function findInvoiceNumber(text: string): string | undefined {
  const typed = text.replace(/[\s-]/g, '').toUpperCase();
  const isReference = /^RF\d{2}\d{9,}$/.test(typed);
  if (isReference && mod97Of(typed.slice(4) + typed.slice(0, 4)) !== 1) return undefined;
  const core = isReference ? typed.slice(4) : typed;
  return /^\d{9,}$/.test(core) ? `${core.slice(0, 4)}-${core.slice(4)}` : undefined;
}
