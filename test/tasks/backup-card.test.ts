import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { claimCharge, saveChargeAnswer } from '@/db/charges';
import { read, write } from '@/db/client';
import { replacePaymentMethod } from '@/db/organizations';
import { type PaymentMethodDraft, switchMethod } from '@/db/payment-methods';
import { charges, paymentMethods } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { endPeriod } from '@/lib/server/life/end-period';
import { at, everything, job, requireAccepted, review, subscriptionNow } from '@/test/support/database';
import { change, confirm, maja, now, subscriptionId, tenLicenses, to } from '@/test/support/ten-licenses';

const profileId = 'nordlys-office';
const good: PaymentMethodDraft = {
  kind: 'card',
  token: 'tok_mastercard.test',
  brand: 'Mastercard',
  lastFour: '4444',
  expiryMonth: '2029-04',
};
const bad = decliningCard('2026-11-22');

async function payWith(primary: PaymentMethodDraft, backup: PaymentMethodDraft) {
  await replacePaymentMethod(job, profileId, primary, at('2026-11-20'));
  await write((tx) => switchMethod(tx, profileId, 'backup', backup, at('2026-11-20')));
}

async function attempts() {
  const rows = await read((db) =>
    db
      .select({ key: charges.idempotencyKey, outcome: charges.outcome, lastFour: paymentMethods.lastFour })
      .from(charges)
      .innerJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
      .orderBy(charges.askedAt, charges.idempotencyKey),
  );
  return rows.slice(1).map(({ key, outcome, lastFour }) => [key.endsWith(':backup'), outcome, lastFour]);
}

test('an increase that the first card declines is paid by the backup, and the receipt names it', async () => {
  await tenLicenses();
  await payWith(bad, good);
  const receiptId = requireAccepted(await change(to(14)));
  expect(await attempts()).toEqual([
    [false, 'declined', '0341'],
    [true, 'succeeded', '4444'],
  ]);
  const { receipts, documents } = await everything();
  expect(receipts).toMatchObject([{ id: receiptId }]);
  expect(JSON.stringify(Object(receipts?.[0]).facts)).toContain('"lastFour":{"text":"4444"}');
  expect(documents?.at(-1)).toMatchObject({ totalMinor: 19350n, chargeId: expect.any(String) });
});

test('twenty submits of one key at once: each card is asked once, and one effect', async () => {
  await tenLicenses();
  await payWith(bad, good);
  const key = await review(maja, subscriptionId, to(14), now);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirm(maja, { key, wish: to(14), now })));
  expect(new Set(outcomes.map(requireAccepted)).size).toBe(1);
  expect(await attempts()).toHaveLength(2);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 14, version: 3 });
});

test('when both decline nothing changes but the two attempts', async () => {
  await tenLicenses();
  await payWith(bad, { ...good, token: 'tok_insufficient_funds.test' });
  const key = await review(maja, subscriptionId, to(14), now);
  expect(await confirm(maja, { key, wish: to(14), now })).toEqual({ ok: false, refusal: 'payment_declined' });
  expect(await confirm(maja, { key, wish: to(14), now })).toEqual({ ok: false, refusal: 'preview_gone' });
  expect((await attempts()).map(([, outcome]) => outcome)).toEqual(['declined', 'declined']);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10, version: 2 });
});

test('while the first card pays, the backup is left alone', async () => {
  await tenLicenses();
  await payWith(good, bad);
  requireAccepted(await change(to(14)));
  expect(await attempts()).toEqual([[false, 'succeeded', '4444']]);
});

test('a renewal is paid by the backup, and the app stays active', async () => {
  await tenLicenses();
  await payWith(bad, good);
  expect(await endPeriod(job, { subscriptionId, now: at('2026-12-01') })).toEqual({ ok: true, value: 'active' });
  expect((await attempts()).map(([, outcome]) => outcome)).toEqual(['declined', 'succeeded']);
});

test('a card that was replaced after the subscription was read is charged no more', async () => {
  await tenLicenses();
  const subscription = await subscriptionNow(subscriptionId);
  await replacePaymentMethod(job, profileId, good, now);
  const before = await everything();
  const amount = { amountMinor: 100n, currency: subscription.currency };
  const draft = {
    idempotencyKey: 'late',
    subscription,
    paymentMethodId: subscription.paymentMethod?.id ?? '',
    amount,
    askedAt: now,
  };
  expect(await claimCharge(job, draft)).toEqual({ ok: false, refusal: 'stale' });
  expect(await everything()).toEqual(before);
});

test('a charge under way keeps its card until it is answered; then the card is forgotten', async () => {
  await tenLicenses();
  const subscription = await subscriptionNow(subscriptionId);
  const old = subscription.paymentMethod;
  const amount = { amountMinor: 100n, currency: subscription.currency };
  const draft = { idempotencyKey: 'slow', subscription, paymentMethodId: old?.id ?? '', amount, askedAt: now };
  const claim = requireAccepted(await claimCharge(job, draft));
  await replacePaymentMethod(job, profileId, good, now);
  const tokenNow = async () =>
    (
      await read((db) =>
        db
          .select()
          .from(paymentMethods)
          .where(eq(paymentMethods.id, old?.id ?? '')),
      )
    )[0]?.token;
  expect(await tokenNow()).toBe('tok_visa');
  const again = requireAccepted(await claimCharge(job, { ...draft, paymentMethodId: 'the new one' }));
  expect(again.method.token).toBe('tok_visa');
  requireAccepted(await saveChargeAnswer(job, subscription, claim.id, { outcome: 'succeeded', reference: 'r' }, now));
  expect(await tokenNow()).toBeNull();
});
