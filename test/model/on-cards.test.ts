import { expect, test, vi } from 'vitest';
import { playHistories } from './histories';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

test('random histories that begin on cards go as the rules say', { timeout: 600_000 }, async () => {
  const { failure, done } = await playHistories({ histories: 500, seed: 1, payers: ['office', 'north'] });
  expect(failure).toBeUndefined();
  // Histories in which nothing happens would prove nothing.
  const acts = [
    'set',
    'take back',
    'remove planned',
    'cancel',
    'keep',
    'move',
    'buy again',
    'plan',
    'keep plan',
    'approve',
    'dispute',
  ];
  expect(acts.filter((act) => (done.get(act) ?? 0) < 5)).toEqual([]);
});
