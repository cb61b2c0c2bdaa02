import { expect, test } from 'vitest';
import { stressDatabase } from '@/test/support/stress-database';

const kept = { lost: 0, torn: 0, unacknowledged: 0, integrity: 'ok' };

test('nothing acknowledged is lost: many at once, a locked file, a full disk, kill -9', {
  timeout: 60_000,
}, async () => {
  const figures = await stressDatabase({ writes: 200, lockedWrites: 50, kills: 2, writesBeforeKill: 100, full: 5 });

  expect(figures.concurrent).toMatchObject({ ...kept, acknowledged: 200, refused: 0 });
  expect(figures.lockedForAWhile).toMatchObject({ ...kept, acknowledged: 50, refused: 0 });
  expect(figures.lockedForAWhile.readsMeanwhile).toBeGreaterThan(10);
  expect(figures.lockedTooLong).toMatchObject({ ...kept, acknowledged: 50, refused: 50 });
  expect(figures.lockedTooLong.readsMeanwhile).toBeGreaterThan(10);
  expect(figures.fullDisk).toMatchObject({ ...kept, acknowledged: 5, refused: 5 });
  expect(figures.killed).toMatchObject({ lost: 0, torn: 0, integrity: 'ok' });
  expect(figures.killed.acknowledged).toBeGreaterThanOrEqual(200);
  // The driver's own wait would stop it for 5 s at a time; 250 ms is the limit of `npm run stress:db`, which runs alone.
  expect(figures.eventLoopMaxMs).toBeLessThanOrEqual(1500);
});
