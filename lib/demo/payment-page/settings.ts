import { z } from 'zod';

const schema = z.object({
  PAYMENT_PAGE_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
  PAYMENT_PAGE_URL: z.url(),
  PAYMENT_PAGE_SECRET: z.string().min(1),
});

export type PaymentPageSettings = {
  readonly port: number;
  /** Where browsers find the page, without a slash at its end. */
  readonly origin: string;
  /** What a merchant's machine proves itself by. */
  readonly secret: string;
};

export function readPaymentPageSettings(environment: NodeJS.ProcessEnv): PaymentPageSettings {
  const { PAYMENT_PAGE_PORT: port, PAYMENT_PAGE_URL, PAYMENT_PAGE_SECRET: secret } = schema.parse(environment);
  return { port, origin: new URL(PAYMENT_PAGE_URL).origin, secret };
}
