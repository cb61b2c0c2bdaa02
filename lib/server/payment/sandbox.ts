import { createHash } from 'node:crypto';
import { type Money, toDecimalString } from '@/lib/domain/money';
import { findSandboxApproval, findSandboxSetup, openSandboxApproval, openSandboxSetup } from './payment-page';
import type { ChargeRequest, ChargeResult, PaymentPort } from './port';

/** How the references of charges begin that the payer's bank takes back some days later. */
export const DISPUTED_REFERENCE = 'sandbox_disputed_';

const ANSWERS: Readonly<Record<string, (request: ChargeRequest) => ChargeResult>> = {
  tok_declined: () => ({ outcome: 'declined', declineCode: 'card_declined' }),
  tok_insufficient_funds: () => ({ outcome: 'declined', declineCode: 'insufficient_funds' }),
  tok_expired: () => ({ outcome: 'declined', declineCode: 'card_expired' }),
  tok_approval: ({ idempotencyKey, amount }) => ({
    outcome: 'needs_action',
    reference: `sandbox_approval_${hashOf(idempotencyKey)}_${spell(amount)}`,
  }),
  tok_disputed: ({ idempotencyKey }) => ({
    outcome: 'succeeded',
    reference: `${DISPUTED_REFERENCE}${hashOf(idempotencyKey)}`,
  }),
};

/**
 * A provider that moves no money: the token's first part alone decides, so a retry gets the same answer. Cards are
 * given and charges approved at its page, a process of its own.
 */
export const sandbox: PaymentPort = {
  async charge(request) {
    const [behavior = ''] = request.token.split('.');
    const reference = `sandbox_${hashOf(request.idempotencyKey)}`;
    return ANSWERS[behavior]?.(request) ?? { outcome: 'succeeded', reference };
  },
  async refund() {},
  async detach() {},
  openSetup: openSandboxSetup,
  findSetupResult: findSandboxSetup,
  async closeSetup() {},
  openApproval: openSandboxApproval,
  findApproval: findSandboxApproval,
};

function hashOf(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16);
}

/** '1612.50_SEK': the page, which keeps no charges, reads there what it asks the payer to approve. */
function spell({ amountMinor, currency }: Money): string {
  return `${toDecimalString(amountMinor, currency)}_${currency}`;
}
