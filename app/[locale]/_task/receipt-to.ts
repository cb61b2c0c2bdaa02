import { type Recipient, receiptRecipients } from '@/db/colleagues';
import { documentIssuedWith, type Figure } from '@/lib/domain/figures';

/**
 * Who will be sent the receipt of what the figures state, told to the person who acts; then who is sent the document
 * that is issued with it instead.
 */
export function receiptToFigures(
  recipients: readonly Recipient[],
  ownEmail: string,
  figures: readonly Figure[],
): Figure[] {
  const told = receiptRecipients(recipients, figures);
  const others = told.map(({ email }) => email).filter((email) => email !== ownEmail);
  const addresses = recipients.filter((recipient) => !told.includes(recipient)).map(({ email }) => email);
  const name = documentIssuedWith(figures) === 'credit_note' ? 'creditNoteTo' : 'invoiceTo';
  return [
    others.length > 0
      ? { name: 'receiptToYouAnd', values: { others: { texts: others } } }
      : { name: 'receiptToYou', values: {} },
    ...(addresses.length > 0 ? [{ name, values: { others: { texts: addresses } } } as const] : []),
  ];
}
