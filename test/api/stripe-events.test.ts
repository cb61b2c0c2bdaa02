import { expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/route';
import { readStripeEvent } from '@/lib/server/payment/stripe/event';
import { newDemoDatabase } from '@/test/support/database';
import '@/test/support/stripe';
import { stripeEvent, stripeWebhookSecret } from '@/test/support/stripe-server';

const intent = { id: 'pi_unknown', object: 'payment_intent', status: 'succeeded' };
const dispute = { id: 'dp_1', object: 'dispute', payment_intent: 'pi_unknown' };
const settled = stripeEvent('payment_intent.succeeded', intent);
const seconds = () => Math.floor(Date.now() / 1000);

function send({ payload, signature }: { payload: string; signature?: string }): Promise<Response> {
  const headers: Record<string, string> = signature === undefined ? {} : { 'stripe-signature': signature };
  return POST(new Request('http://localhost/api/stripe', { method: 'POST', headers, body: payload }));
}

test.each([
  ['a charge that settled', 200, settled],
  ['a charge that is disputed', 200, stripeEvent('charge.dispute.created', dispute)],
  ['a kind that concerns nothing here', 200, stripeEvent('customer.updated', { id: 'cus_1' })],
  ['one that is four minutes old', 200, stripeEvent('payment_intent.succeeded', intent, seconds() - 240)],
  ['one that is six minutes old', 400, stripeEvent('payment_intent.succeeded', intent, seconds() - 360)],
  ['one without a signature', 400, { payload: settled.payload }],
  ['one with an empty signature', 400, { ...settled, signature: '' }],
  ['one with another’s signature', 400, { ...settled, signature: `t=${seconds()},v1=${'0'.repeat(64)}` }],
  ['one with another body', 400, { ...settled, payload: settled.payload.replace('unknown', 'another') }],
  ['one that is too large', 413, { ...settled, payload: ' '.repeat(262_145) }],
])('%s: %d, once and again', async (_, status, event) => {
  await newDemoDatabase();
  for (const answer of [await send(event), await send(event)]) {
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  }
});

test.each([
  ['payment_intent.succeeded', intent, { kind: 'charge_settled', reference: 'pi_unknown' }],
  ['charge.dispute.created', dispute, { kind: 'charge_disputed', reference: 'pi_unknown' }],
  [
    'charge.dispute.created',
    { ...dispute, payment_intent: intent },
    { kind: 'charge_disputed', reference: 'pi_unknown' },
  ],
  ['charge.dispute.created', { ...dispute, payment_intent: null }, undefined],
  ['checkout.session.completed', { id: 'cs_1' }, undefined],
])('%s of %j tells %j', (type, object, expected) => {
  const { payload, signature } = stripeEvent(type, object);
  expect(readStripeEvent(payload, signature, stripeWebhookSecret)).toEqual({ ok: true, value: expected });
});
