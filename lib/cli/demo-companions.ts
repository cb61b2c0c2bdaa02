import { join } from 'node:path';
import type { Settings } from '@/lib/env';
import type { PaymentPageSettings } from '@/lib/payment-page-settings';
import type { Companion } from './companions';

/** The programs that run beside a demo; beside a live site none. */
export function listCompanions(settings: Settings): readonly Companion[] {
  const { mode, paymentPage } = settings;
  return [
    ...(mode === 'demo' ? [publisherPortalCompanion(settings)] : []),
    ...(paymentPage ? [paymentPageCompanion(paymentPage)] : []),
  ];
}

/** It knows the site by its address alone. */
function publisherPortalCompanion({ siteUrl, port, publisherPortalPort, dataFolder }: Settings): Companion {
  return {
    name: "A sample publisher's portal: open it from an app",
    file: 'lib/demo/publisher-portal/main.ts',
    env: {
      PORTAL_PORT: String(publisherPortalPort),
      PORTAL_FOLDER: join(dataFolder, 'publisher-portal'),
      PORTAL_API: `http://localhost:${port}/api`,
      PORTAL_RETURN: `${siteUrl}/help`,
    },
    address: `http://localhost:${publisherPortalPort}`,
  };
}

export function paymentPageCompanion({ port, origin, secret }: PaymentPageSettings): Companion {
  return {
    name: "The sandbox's payment page",
    file: 'lib/demo/payment-page/main.ts',
    env: { PAYMENT_PAGE_PORT: String(port), PAYMENT_PAGE_URL: origin, PAYMENT_PAGE_SECRET: secret },
    address: origin,
  };
}
