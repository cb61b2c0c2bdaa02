import { expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { scopeOf } from '@/lib/demo/seed/people';
import { cancellation } from '@/lib/server/cancellation';
import { endPeriod } from '@/lib/server/life/end-period';
import { quantityChange } from '@/lib/server/quantity-change';
import { previewTask } from '@/lib/server/reviewed-task';
import { at, everything, job, requireAccepted, review, subscriptionNow } from '@/test/support/database';
import { tenLicensesInFile, whileClosed } from '@/test/support/fault-database';
import { inProcesses } from '@/test/support/fault-processes';
import { maja, now, subscriptionId, to } from '@/test/support/ten-licenses';

const astrid = scopeOf('astrid-lindqvist');
const isDone = (outcome: unknown) => expect.objectContaining({ ok: true }).asymmetricMatch(outcome);

test('two admins on one subscription, in two processes: one effect, and the other is shown what is so now', async () => {
  const url = await tenLicensesInFile();
  const [first, second] = [
    await review(maja, subscriptionId, to(14), now),
    await review(astrid, subscriptionId, to(12), now),
  ];
  const errand = { act: 'change', subjectId: subscriptionId, now } as const;
  const ended = await whileClosed(url, () =>
    inProcesses(
      url,
      { ...errand, by: 'maja-sandberg', key: first, quantity: 14 },
      { ...errand, by: 'astrid-lindqvist', key: second, quantity: 12 },
    ),
  );
  const outcomes = ended.map(({ outcome }) => outcome);
  expect(outcomes.filter(isDone)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !isDone(outcome))).toEqual([{ ok: false, refusal: 'preview_differs' }]);
  const quantity = isDone(outcomes[0]) ? 14 : 12;
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity, version: 3 });
  const all = await everything();
  expect([all.increases?.length, all.receipts?.length, all.documents?.length]).toEqual([1, 1, 2]);

  const [scope, wish] = quantity === 14 ? [astrid, to(12)] : [maja, to(14)];
  const again = await previewTask(scope, quantityChange, { key: newId(), subjectId: subscriptionId, wish, now });
  expect(requireAccepted(again)).toMatchObject({ version: 3, shown: expect.stringContaining(`"from":${quantity}`) });
});

test('a cancellation against the renewal at midnight: one of them, and the other is told', async () => {
  const url = await tenLicensesInFile();
  // 23:59:59 and midnight in Stockholm.
  const lastSecond = at('2026-11-30', '23:00') - 1000;
  const key = newId();
  const asked = { key, subjectId: subscriptionId, wish: { time: 'at_end' }, now: lastSecond } as const;
  requireAccepted(await previewTask(maja, cancellation, asked));
  const [cancelled, renewed] = await whileClosed(url, () =>
    inProcesses(
      url,
      { act: 'cancel', subjectId: subscriptionId, now: lastSecond, by: 'maja-sandberg', key },
      { act: 'renew', subjectId: subscriptionId, now: lastSecond + 1000 },
    ),
  );
  const after = await subscriptionNow(subscriptionId);
  const periods = (await everything()).billing_lines?.length;
  if (isDone(cancelled?.outcome)) {
    // The renewal came second: it ended what was cancelled, or found it changed and gave the money back.
    expect(periods).toBe(1);
    requireAccepted(await endPeriod(job, { subscriptionId, now: lastSecond + 2000 }).then(orOver));
    expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
    const kept = (await everything()).charges?.map((charge) => Object.entries(Object(charge)));
    expect(kept?.flat().filter(([name, value]) => name === 'outcome' && value === 'succeeded')).toHaveLength(1);
  } else {
    expect(cancelled?.outcome).toEqual({
      ok: false,
      refusal: expect.stringMatching(/^(preview_differs|period_over)$/),
    });
    expect(renewed?.outcome).toEqual({ ok: true, value: 'active' });
    expect(after).toMatchObject({ state: 'active', periodStart: '2026-12-01', periodEnd: '2027-01-01' });
    expect(periods).toBe(2);
  }
});

/** What has ended already cannot end again. */
function orOver<T extends { ok: boolean }>(outcome: T): T | { ok: true; value: 'disabled' } {
  return 'refusal' in outcome && outcome.refusal === 'invalid_transition' ? { ok: true, value: 'disabled' } : outcome;
}
