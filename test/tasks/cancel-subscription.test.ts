import { expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { keepSubscription } from '@/lib/server/keep-subscription';
import { endPeriod } from '@/lib/server/life/end-period';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  newDemoDatabase,
  requireAccepted,
  subscriptionNow,
} from '@/test/support/database';
import { change, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const HOUR = 3_600_000;
const purchasedAt = at('2026-11-01');
const sum = (rows: readonly unknown[] = []) => rows.reduce<bigint>((all, row) => all + Object(row).netMinor, 0n);
const keep = (moment: number, key = newId()) => keepSubscription(maja, { key, subscriptionId, now: moment });

test('at the end it works to the end; the planned decrease falls away, and nothing is paid back', async () => {
  await tenLicenses();
  requireAccepted(await change(to(8)));
  const receiptId = requireAccepted(await cancel(maja, subscriptionId, now));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    state: 'active_ending',
    endsOn: '2026-12-01',
    cancelledBy: 'Maja Sandberg',
    planned: null,
    dataKeptUntil: null,
  });
  const all = await everything();
  expect(all.receipts?.at(-1)).toMatchObject({ id: receiptId, act: 'cancel_at_end', documentId: null });
  expect(all.cancellations).toMatchObject([
    { id: Object(all.receipts?.at(-1)).key, time: 'at_end', endsOn: '2026-12-01' },
  ]);
  expect(all.audit_entries?.at(-1)).toMatchObject({
    act: 'cancel_at_end',
    before: { state: 'active', planned: 8 },
    after: { state: 'active_ending', endsOn: '2026-12-01', refundMinor: '0' },
  });
  expect(all.documents).toHaveLength(1);
  const mails = all.outbox_events?.filter((event) => Object(Object(event).payload).receiptId === receiptId);
  expect(mails).toHaveLength(2);
  expect(await endPeriod(job, { subscriptionId, now: at('2026-11-30') })).toEqual({ ok: false, refusal: 'not_due' });
  expect(await endPeriod(job, { subscriptionId, now: at('2026-12-01') })).toEqual({ ok: true, value: 'disabled' });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    disabledReason: 'cancelled',
    dataKeptUntil: '2026-12-08',
  });
  const before = await everything();
  const refused = { ok: false, refusal: 'subscription_disabled' };
  for (const time of ['at_end', 'now'] as const)
    expect(await cancel(maja, subscriptionId, at('2026-12-02'), time)).toEqual(refused);
  expect(await keep(at('2026-12-02'))).toEqual(refused);
  expect(await everything()).toEqual(before);
});

test.each([
  [-1, true],
  [0, true],
  [1, false],
])('72 hours %i ms after the purchase, cancelling now gives all back: %s', async (offset, isRefunded) => {
  await tenLicenses();
  const moment = purchasedAt + 72 * HOUR + offset;
  requireAccepted(await cancel(maja, subscriptionId, moment, 'now'));
  await underClock(() => moment, drainOutbox);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', dataKeptUntil: '2026-11-11' });
  const { charges, documents, billing_lines: lines } = await everything();
  expect(charges).toMatchObject([{ outcome: isRefunded ? 'refunded' : 'succeeded' }]);
  expect(documents?.slice(1)).toMatchObject(
    isRefunded ? [{ kind: 'credit_note', netMinor: 129_000n, vatMinor: 32_250n, totalMinor: 161_250n }] : [],
  );
  expect(lines?.slice(1)).toMatchObject(
    isRefunded ? [{ kind: 'credit', creditsLineId: Object(lines?.[0]).id, netMinor: 129_000n }] : [],
  );
});

test('what was credited before is not credited again, and every payment goes back to its card once', async () => {
  await tenLicenses();
  const soon = purchasedAt + HOUR;
  requireAccepted(await change(to(14), soon));
  requireAccepted(await change(takeBack, soon + HOUR));
  // The credit of the first increase pays of the second.
  requireAccepted(await change(to(12), soon + 2 * HOUR));
  requireAccepted(await cancel(maja, subscriptionId, soon + 3 * HOUR, 'now'));
  await underClock(() => soon + 3 * HOUR, drainOutbox);
  const { charges, billing_lines: lines, outbox_events: events } = await everything();
  expect(charges?.map((charge) => Object(charge).outcome)).toEqual(['refunded', 'refunded']);
  const [credited, charged] = [true, false].map((isCredit) =>
    lines?.filter((line) => (Object(line).kind === 'credit') === isCredit),
  );
  expect(sum(credited)).toBe(sum(charged));
  expect(new Set(credited?.map((line) => Object(line).creditsLineId)).size).toBe(3);
  expect(events?.filter((event) => Object(event).kind === 'card_refund')).toHaveLength(2);
  const { documents, receipts } = await everything();
  const totalOf = (kind: string) =>
    documents
      ?.filter((document) => Object(document).kind === kind)
      .reduce((all: bigint, document) => all + BigInt(Object(document).totalMinor), 0n);
  expect(totalOf('credit_note')).toBe(totalOf('invoice'));
  // The first increase was credited by a note of its own: one is left for each of the other invoices.
  expect(Object(receipts?.at(-1)).facts.documents).toHaveLength(2);
});

test('on an invoiced profile the lines that wait are credited, and no card is touched', async () => {
  await tenLicenses({ by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' });
  requireAccepted(await cancel(scopeOf('johan-ekstrom'), subscriptionId, purchasedAt + HOUR, 'now'));
  const { charges, documents, outbox_events: events } = await everything();
  expect(charges).toEqual([]);
  expect(documents).toMatchObject([{ kind: 'credit_note', netMinor: 129_000n }]);
  expect(events?.filter((event) => Object(event).kind === 'card_refund')).toEqual([]);
});

test('before activation it is cancelled at once and nothing is billed', async () => {
  await newDemoDatabase();
  requireAccepted(await buy({ id: subscriptionId, on: '2026-11-01' }));
  expect(await cancel(maja, subscriptionId, now)).toEqual({ ok: false, refusal: 'not_activated' });
  requireAccepted(await cancel(maja, subscriptionId, now, 'now'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
  const { receipts, documents, charges } = await everything();
  expect([receipts, documents, charges]).toMatchObject([[{ act: 'cancel_before_activation' }], [], []]);
});

test('while past due: at the end it can be kept; now it is over, and what is unpaid stays unpaid', async () => {
  await tenLicenses();
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-20'));
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  requireAccepted(await cancel(maja, subscriptionId, at('2026-12-02')));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due_ending', endsOn: '2027-01-01' });
  requireAccepted(await keep(at('2026-12-03')));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', endsOn: null, payBy: '2026-12-31' });
  requireAccepted(await cancel(maja, subscriptionId, at('2026-12-04'), 'now'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
  const { documents, cancellations } = await everything();
  expect(documents?.map((document) => Object(document).kind)).toEqual(['invoice', 'invoice']);
  expect(cancellations).toMatchObject([
    { time: 'at_end', undoneAt: at('2026-12-03') },
    { time: 'now', undoneAt: null, supersededAt: null },
  ]);
});

test('kept until the end, once, and never after; an ending that does not wait takes the place of one that does', async () => {
  await tenLicenses();
  expect(await keep(now)).toEqual({ ok: false, refusal: 'not_ending' });
  requireAccepted(await cancel(maja, subscriptionId, now));
  expect(await cancel(maja, subscriptionId, now)).toEqual({ ok: false, refusal: 'already_ending' });
  expect(await keep(at('2026-12-01', '09:00'))).toEqual({ ok: false, refusal: 'period_over' });
  const key = newId();
  const kept = await Promise.all(Array.from({ length: 20 }, () => keep(now + HOUR, key)));
  const receiptId = requireAccepted(await keep(now + HOUR, key));
  expect(new Set(kept.map(requireAccepted))).toEqual(new Set([receiptId]));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active', version: 4 });
  expect((await everything()).receipts?.map((receipt) => Object(receipt).act)).toEqual([
    'cancel_at_end',
    'undo_cancel',
  ]);

  requireAccepted(await cancel(maja, subscriptionId, now + 2 * HOUR));
  requireAccepted(await cancel(maja, subscriptionId, now + 3 * HOUR, 'now'));
  expect((await everything()).cancellations).toMatchObject([
    { time: 'at_end', undoneAt: now + HOUR, supersededAt: null },
    { time: 'at_end', undoneAt: null, supersededAt: now + 3 * HOUR },
    { time: 'now', undoneAt: null, supersededAt: null },
  ]);
});
