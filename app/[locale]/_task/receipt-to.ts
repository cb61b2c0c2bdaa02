import type { Recipient } from '@/db/colleagues';
import type { Figure } from '@/lib/domain/figures';

/** Who will be sent the receipt, told to the person who acts. */
export function receiptToFigure(recipients: readonly Recipient[], ownEmail: string): Figure {
  const others = recipients.map(({ email }) => email).filter((email) => email !== ownEmail);
  return others.length > 0
    ? { name: 'receiptToYouAnd', values: { others: { texts: others } } }
    : { name: 'receiptToYou', values: {} };
}
