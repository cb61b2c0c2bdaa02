import { createHash } from 'node:crypto';
import { refuse } from '@/lib/domain/outcome';
import { findSandboxSetup, openSandboxSetup } from './payment-page';
import type { ChargeResult, PaymentPort } from './port';

const DECLINES: Readonly<Record<string, ChargeResult>> = {
  tok_declined: { outcome: 'declined', declineCode: 'card_declined' },
  tok_insufficient_funds: { outcome: 'declined', declineCode: 'insufficient_funds' },
  tok_expired: { outcome: 'declined', declineCode: 'card_expired' },
};

/**
 * A provider that moves no money: the token's first part alone decides, so a retry gets the same answer. Cards are
 * given at its page, a process of its own.
 */
export const sandbox: PaymentPort = {
  async charge({ token, idempotencyKey }) {
    const [behavior = ''] = token.split('.');
    return DECLINES[behavior] ?? { outcome: 'succeeded', reference: referenceOf(idempotencyKey) };
  },
  async refund() {},
  openSetup: openSandboxSetup,
  findSetupResult: findSandboxSetup,
  async openApproval() {
    return refuse('provider_away');
  },
  async findApproval() {
    return refuse('provider_away');
  },
};

function referenceOf(idempotencyKey: string): string {
  return `sandbox_${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16)}`;
}
