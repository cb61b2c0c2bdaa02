import { expect, test, vi } from 'vitest';
import { paymentFormOrigins, paymentPageOrigin } from '@/lib/server/payment/payment-page-origin';

vi.stubEnv('STEGVIS_MODE', 'demo');
vi.stubEnv('AUTH_SECRET', 'only-for-tests-abcdefghijklmnopqrstuvwxyz');
vi.stubEnv('PAYMENT_PAGE_SECRET', 'only-for-tests-zyxwvutsrqponmlkjihgfedcba');
vi.stubEnv('STRIPE_SECRET_KEY', 'sk_test_1');
vi.stubEnv('STRIPE_WEBHOOK_SECRET', 'whsec_1');
vi.stubEnv('STRIPE_API_URL', '');
vi.stubEnv('STRIPE_CHECKOUT_URL', 'https://pay.portal.example/');

test('a domain of one’s own for cards is named, and a form may lead there, to Stripe’s own and to the bank', () => {
  expect(paymentPageOrigin()).toBe('https://pay.portal.example');
  expect(paymentFormOrigins()).toEqual([
    'https://pay.portal.example',
    'https://checkout.stripe.com',
    'https://hooks.stripe.com',
  ]);
});
