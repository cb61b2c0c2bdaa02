import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '@/lib/domain/network-address';
import { type RateLimit, secondsToWait, spendOne } from '@/lib/domain/rate-limit';

const limits = fc.record({
  count: fc.integer({ min: 1, max: 20 }),
  periodMs: fc.constantFrom(1000, 60_000),
}) satisfies fc.Arbitrary<RateLimit>;

test('as many as the limit says at once, then as many in each period, and who waits as told is let through', () => {
  fc.assert(
    fc.property(limits, fc.array(fc.nat({ max: 3000 }), { maxLength: 200 }), (limit, pauses) => {
      let now = 1_000_000;
      let spentUntil = 0;
      const through: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const spent = spendOne(limit, spentUntil, now);
        if (spent.ok) {
          spentUntil = spent.value;
          through.push(now);
        } else {
          const wait = secondsToWait(limit, spentUntil, now) * 1000;
          expect(spendOne(limit, spentUntil, now + wait).ok).toBe(true);
          expect(spendOne(limit, spentUntil, now + wait - 1000).ok).toBe(false);
        }
      }
      for (const from of through) {
        const within = through.filter((at) => at >= from && at < from + limit.periodMs).length;
        expect(within).toBeLessThanOrEqual(2 * limit.count);
      }
    }),
  );
  let spentUntil = 0;
  const atOnce = Array.from({ length: 5 }, () => {
    const spent = spendOne({ count: 3, periodMs: 1000 }, spentUntil, 10);
    if (spent.ok) spentUntil = spent.value;
    return spent.ok;
  });
  expect(atOnce).toEqual([true, true, true, false, false]);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
