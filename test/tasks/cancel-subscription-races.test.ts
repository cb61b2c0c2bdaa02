import { expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { scopeOf } from '@/lib/demo/seed/people';
import { cancellation } from '@/lib/server/cancellation';
import { keepSubscription } from '@/lib/server/keep-subscription';
import { endPeriod } from '@/lib/server/life/end-period';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { at, cancel, everything, job, requireAccepted, subscriptionNow } from '@/test/support/database';
import { confirm, maja, now, subscriptionId, tenLicenses, to } from '@/test/support/ten-licenses';

const HOUR = 3_600_000;
const purchasedAt = at('2026-11-01');

test('twenty submits of one review have one effect, one receipt and one credit note', async () => {
  await tenLicenses();
  const asked = { key: newId(), subjectId: subscriptionId, wish: { time: 'now' }, now: purchasedAt + HOUR } as const;
  requireAccepted(await previewTask(maja, cancellation, asked));
  const submit = () => commitTask(maja, cancellation, asked);
  const done = await Promise.all(Array.from({ length: 20 }, submit));
  expect(new Set([...done, await submit()].map(requireAccepted)).size).toBe(1);
  const { receipts, documents, cancellations, outbox_events: events } = await everything();
  expect([receipts, documents, cancellations].map((rows) => rows?.length)).toEqual([1, 2, 1]);
  expect(events?.filter((event) => Object(event).kind === 'card_refund')).toHaveLength(1);
  const other = { ...asked, wish: { time: 'at_end' } } as const;
  expect(await commitTask(maja, cancellation, other)).toEqual({ ok: false, refusal: 'key_reused' });
});

test('against a change of quantity at the same moment: one of the two, never both', async () => {
  await tenLicenses();
  const asked = { key: newId(), subjectId: subscriptionId, wish: { time: 'now' }, now } as const;
  requireAccepted(await previewTask(maja, cancellation, asked));
  const quantity = { key: newId(), subjectId: subscriptionId, wish: to(14), now };
  requireAccepted(await previewTask(maja, quantityChange, quantity));
  const [ended, changed] = await Promise.all([commitTask(maja, cancellation, asked), confirm(maja, quantity)]);
  expect([ended.ok, changed.ok].filter(Boolean)).toHaveLength(1);
  const { state, quantity: licenses } = await subscriptionNow(subscriptionId);
  expect([state, licenses]).toEqual(ended.ok ? ['disabled', 10] : ['active', 14]);
  const outcomes = (await everything()).charges?.map((charge) => Object(charge).outcome);
  expect(outcomes?.filter((outcome) => outcome === 'succeeded')).toHaveLength(ended.ok ? 1 : 2);
});

test('against the renewal at midnight: renewed or ended, and money is kept for what was renewed only', async () => {
  await tenLicenses();
  const midnight = at('2026-11-30', '23:00');
  const wish = { time: 'now' } as const;
  const asked = { key: newId(), subjectId: subscriptionId, wish, now: midnight };
  requireAccepted(await previewTask(maja, cancellation, asked));
  const [ended, renewed] = await Promise.all([
    commitTask(maja, cancellation, asked),
    endPeriod(job, { subscriptionId, now: midnight }),
  ]);
  expect([ended.ok, renewed.ok].filter(Boolean)).toHaveLength(1);
  const { charges, documents } = await everything();
  const kept = charges?.filter((charge) => Object(charge).outcome === 'succeeded');
  expect(kept).toHaveLength(renewed.ok ? 2 : 1);
  expect(documents).toHaveLength(renewed.ok ? 2 : 1);
  expect((await subscriptionNow(subscriptionId)).state).toBe(renewed.ok ? 'active' : 'disabled');
  expect(await cancel(maja, subscriptionId, midnight)).toMatchObject({ ok: renewed.ok });
});

test('a review from before the 72nd hour does not take effect after it', async () => {
  await tenLicenses();
  const asked = {
    key: newId(),
    subjectId: subscriptionId,
    wish: { time: 'now' },
    now: purchasedAt + 72 * HOUR,
  } as const;
  requireAccepted(await previewTask(maja, cancellation, asked));
  const before = await everything();
  const later = { ...asked, now: asked.now + 1 };
  expect(await commitTask(maja, cancellation, later)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await everything()).toEqual(before);
});

test('another organization’s subscription answers like one that does not exist', async () => {
  await tenLicenses();
  const before = await everything();
  const stranger = scopeOf('eleni-papadaki');
  for (const id of [subscriptionId, 'nothing']) {
    expect(await cancel(stranger, id, now, 'now')).toEqual({ ok: false, refusal: 'not_found' });
    const kept = await keepSubscription(stranger, { key: newId(), subscriptionId: id, now });
    expect(kept).toEqual({ ok: false, refusal: 'not_found' });
  }
  expect(await everything()).toEqual(before);
});
