import { refuse } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import type { PaymentPort } from './port';
import { sandbox } from './sandbox';
import { stripe } from './stripe/stripe';

/** A live site without a provider takes no card money: every charge is declined and changes nothing. */
const absent: PaymentPort = {
  async charge() {
    return { outcome: 'declined', declineCode: 'no_provider' };
  },
  async refund() {},
  async detach() {},
  async openSetup() {
    return refuse('no_provider');
  },
  async findSetupResult() {
    return refuse('no_provider');
  },
  async closeSetup() {},
  async openApproval() {
    return refuse('no_provider');
  },
  async findApproval() {
    return refuse('no_provider');
  },
};

/** Who takes the money here. */
export function paymentProvider(): PaymentPort {
  const { stripe: account, mode } = settings();
  if (account) return stripe;
  return mode === 'demo' ? sandbox : absent;
}
