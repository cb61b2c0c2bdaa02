import { describe, expect, test } from 'vitest';
import { at, buy, everything, newDemoDatabase, requireAccepted, subscriptionNow } from '@/test/support/database';
import { call, newAccessToken, newProgram, toldBy } from '@/test/support/publisher-api';

const now = at('2026-11-22');
const planId = 'tallyworks-pro-monthly';
const unknown = '00000000-0000-4000-8000-000000000000';

async function start() {
  await newDemoDatabase();
  requireAccepted(await buy({ id: 'bought', on: '2026-11-22' }));
  const as = await newAccessToken(await newProgram('tallyworks', now), now);
  return { as, id: (await subscriptionNow('bought')).fulfilmentId };
}

describe('whoever calls', () => {
  const calls = ['find', 'activate', 'assign'] as const;

  test('without a living token is refused, whatever they ask for', async () => {
    const { id } = await start();
    const before = await everything();
    for (const as of ['', 'x'.repeat(43), 'x', 'x'.repeat(4000)]) {
      for (const name of calls) {
        for (const asked of [id, unknown, 'no-uuid'])
          expect(
            await toldBy(await call(name, { as, id: asked, now, body: name === 'find' ? undefined : { planId } })),
          ).toBe('403 unauthorized');
      }
      expect(await toldBy(await call('resolve', { as, token: 'x'.repeat(43), now }))).toBe('403 unauthorized');
    }
    expect(await everything()).toEqual(before);
  });

  test('for another publisher learns only that it is not theirs', async () => {
    const { id } = await start();
    const as = await newAccessToken(await newProgram('meltemi', now), now);
    const before = await everything();
    for (const name of calls) {
      const body = name === 'find' ? undefined : name === 'assign' ? { assignedQuantity: 1 } : { planId };
      expect(await toldBy(await call(name, { as, id, now, body }))).toBe('403 forbidden');
      for (const nothing of [unknown, 'bought', "' or 1=1 --", ''])
        expect(await toldBy(await call(name, { as, id: nothing, now, body }))).toBe('404 not_found');
    }
    expect(await everything()).toEqual(before);
  });

  test('must say which version they speak', async () => {
    const { as, id } = await start();
    for (const query of ['', '?api-version=', '?api-version=2017-04-15', '?API-VERSION=2018-08-31']) {
      expect(await toldBy(await call('find', { as, id, now, query }))).toBe('400 version_missing');
      expect(await toldBy(await call('resolve', { as, now, query }))).toBe('400 version_missing');
    }
  });
});
