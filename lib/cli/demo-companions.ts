import type { Settings } from '@/lib/env';
import type { PaymentPageSettings } from '@/lib/payment-page-settings';
import type { Companion } from './companions';

/** The programs that run beside a demo; beside a live site none. */
export function listCompanions({ paymentPage }: Settings): readonly Companion[] {
  return paymentPage ? [paymentPageCompanion(paymentPage)] : [];
}

export function paymentPageCompanion({ port, origin, secret }: PaymentPageSettings): Companion {
  return {
    name: "The sandbox's payment page",
    file: 'lib/demo/payment-page/main.ts',
    env: { PAYMENT_PAGE_PORT: String(port), PAYMENT_PAGE_URL: origin, PAYMENT_PAGE_SECRET: secret },
    address: origin,
  };
}
