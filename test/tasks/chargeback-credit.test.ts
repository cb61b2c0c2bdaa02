import { beforeEach, expect, test } from 'vitest';
import { findLedgerImbalance } from '@/db/ledger';
import { listOpenInvoices } from '@/db/payments';
import { amountDueOf } from '@/lib/domain/invoices';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import {
  at,
  cancel,
  everything,
  job,
  listActs,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';
import { office, pay } from '@/test/support/past-due';
import { change, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const increase = 19_350n;
const disputedAt = at('2026-11-28');
const dues = async () => (await listOpenInvoices(maja, office)).map(amountDueOf);

/** The credit of an increase that was taken back has paid of another app's first invoice. */
beforeEach(async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack));
  await startUsing({ id: 'another', on: '2026-11-23' });
});

async function dispute() {
  const { charges = [] } = await everything();
  const charge = charges.map((row) => Object(row)).find(({ amountMinor }) => BigInt(amountMinor) === increase);
  await answerProviderEvent({ kind: 'charge_disputed', reference: charge.providerReference }, disputedAt);
}

test('money that is taken back after its credit has paid elsewhere is owed there, and paid it is all well', async () => {
  expect(await dues()).toEqual([]);
  await dispute();
  expect(await dues()).toEqual([increase]);
  expect(await subscriptionNow('another')).toMatchObject({ state: 'past_due', payBy: '2026-12-28' });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active' });
  expect((await listActs()).slice(-3)).toEqual(['take_back_payment', 'take_back_payment', 'fall_past_due']);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
  requireAccepted(await pay(at('2026-11-29', '11:00')));
  expect(await subscriptionNow('another')).toMatchObject({ state: 'active', payBy: null });
  expect(await dues()).toEqual([]);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('credit that comes later pays what was short of it, and only the rest is there to be used', async () => {
  await dispute();
  const later = at('2026-11-29');
  requireAccepted(await change(to(100), later));
  requireAccepted(await change(takeBack, later));
  expect(await dues()).toEqual([]);
  expect(await subscriptionNow('another')).toMatchObject({ state: 'active', payBy: null });
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('what credit has paid of something canceled is credit again, and no money of the card', async () => {
  requireAccepted(await cancel(maja, 'another', now + 24 * 60 * 60_000, 'now'));
  const { charges = [] } = await everything();
  expect(charges).toHaveLength(3);
  requireAccepted(await change(to(11), at('2026-11-25')));
  expect((await everything()).charges).toHaveLength(3);
  expect(await dues()).toEqual([]);
});
