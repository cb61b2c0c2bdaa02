import { refuse } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import type { PaymentPort } from './port';
import { sandbox } from './sandbox';

/** A live site without a provider takes no card money: every charge is declined and changes nothing. */
const absent: PaymentPort = {
  async charge() {
    return { outcome: 'declined', declineCode: 'no_provider' };
  },
  async refund() {},
  async openSetup() {
    return refuse('no_provider');
  },
  async findSetupResult() {
    return refuse('no_provider');
  },
  async openApproval() {
    return refuse('no_provider');
  },
  async findApproval() {
    return refuse('no_provider');
  },
};

export function paymentProvider(): PaymentPort {
  return settings().mode === 'demo' ? sandbox : absent;
}
