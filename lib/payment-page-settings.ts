import { z } from 'zod';
import type { KeepSecret } from './kept-secret';
import { isSecureOrigin, port } from './setting-checks';

/** The demo's payment page, a process of its own on this machine. */
export type PaymentPageSettings = {
  readonly port: number;
  /** Where browsers find it, without a slash at its end. */
  readonly origin: string;
  /** What the site and the page know each other by. */
  readonly secret: string;
};

/** The settings that say where the page is. */
export const paymentPageShape = {
  PAYMENT_PAGE_PORT: port.default(3020),
  PAYMENT_PAGE_URL: z.string().refine(isSecureOrigin).optional(),
  PAYMENT_PAGE_SECRET: z.string().optional(),
};

type Given = {
  readonly PAYMENT_PAGE_PORT: number;
  readonly PAYMENT_PAGE_URL?: string | undefined;
  readonly PAYMENT_PAGE_SECRET?: string | undefined;
  readonly STEGVIS_DATA: string;
};

/** Where the page is; the secret is kept in the data folder when none was given. */
export function readPaymentPage(all: Given, keep: KeepSecret): PaymentPageSettings {
  const { PAYMENT_PAGE_PORT, PAYMENT_PAGE_URL: url, PAYMENT_PAGE_SECRET: secret, STEGVIS_DATA: folder } = all;
  const origin = url ? new URL(url).origin : `http://localhost:${PAYMENT_PAGE_PORT}`;
  return { port: PAYMENT_PAGE_PORT, origin, secret: secret ?? keep(folder, 'payment-page-secret') };
}
