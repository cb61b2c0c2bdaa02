import { createHash } from 'node:crypto';
import type { ChargeResult, PaymentPort } from './port';

const DECLINES: Readonly<Record<string, ChargeResult>> = {
  tok_declined: { outcome: 'declined', declineCode: 'card_declined' },
  tok_insufficient_funds: { outcome: 'declined', declineCode: 'insufficient_funds' },
  tok_expired: { outcome: 'declined', declineCode: 'card_expired' },
};

/** A provider inside the process that moves no money: the token alone decides, so a retry gets the same answer. */
export const sandbox: PaymentPort = {
  async charge({ token, idempotencyKey }) {
    return DECLINES[token] ?? { outcome: 'succeeded', reference: referenceOf(idempotencyKey) };
  },
  async refund() {},
};

function referenceOf(idempotencyKey: string): string {
  return `sandbox_${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16)}`;
}
