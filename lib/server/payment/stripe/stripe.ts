import type { PaymentPort } from '@/lib/server/payment/port';
import { findApproval, openApproval } from './approval';
import { charge } from './charge';
import { detach } from './detach';
import { refund } from './refund';
import { closeSetup, findSetupResult, openSetup } from './setup';

/** Stripe, by its own SDK. Cards are given and approved at its pages; every call that changes something is keyed. */
export const stripe: PaymentPort = {
  charge,
  refund,
  detach,
  openSetup,
  findSetupResult,
  closeSetup,
  openApproval,
  findApproval,
};
