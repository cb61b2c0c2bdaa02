import { expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/route';
import '@/test/support/database';
import { stripeEvent } from '@/test/support/stripe-server';

test('where no account was set, no event is heard', async () => {
  const { payload, signature } = stripeEvent('payment_intent.succeeded', { id: 'pi_1' });
  const headers = { 'stripe-signature': signature };
  const answer = await POST(new Request('http://localhost/api/stripe', { method: 'POST', headers, body: payload }));
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});
