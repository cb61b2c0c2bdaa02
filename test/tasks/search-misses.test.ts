import { expect, test } from 'vitest';
import { listSearchMisses, recordSearchMiss } from '@/db/search-misses';
import { addDays } from '@/lib/domain/days';
import { LONGEST_MISS, MISS_KEPT_DAYS, MISSES_PER_LOCALE } from '@/lib/domain/search-miss';
import { underClock } from '@/lib/server/clock';
import { countSearchMiss } from '@/lib/server/search-miss';
import { at, requireAccepted } from '@/test/support/database';
import { newDatabase } from '@/test/support/stress-folder';

const TODAY = '2026-11-22';

async function miss(wording: string, today = TODAY, locale = 'sv-SE') {
  requireAccepted(await recordSearchMiss({ locale, wording, today }));
}

test('the same wording is counted, per locale, the most wanted first', async () => {
  await newDatabase();
  await miss('a'.repeat(LONGEST_MISS));
  await miss('bokföring', '2026-11-20');
  await miss('bokföring');
  await miss('bokföring', TODAY, 'en-US');
  expect(await listSearchMisses('sv-SE', 9)).toEqual([
    { wording: 'bokföring', count: 2, lastOn: TODAY },
    { wording: 'a'.repeat(LONGEST_MISS), count: 1, lastOn: TODAY },
  ]);
  expect(await listSearchMisses('en-US', 9)).toEqual([{ wording: 'bokföring', count: 1, lastOn: TODAY }]);
  expect(await listSearchMisses('sv-SE', 1)).toHaveLength(1);
});

test('what nobody has searched for again is forgotten', async () => {
  await newDatabase();
  await miss('old', addDays(TODAY, -MISS_KEPT_DAYS - 1));
  await miss('kept', addDays(TODAY, -MISS_KEPT_DAYS));
  await miss('new');
  expect((await listSearchMisses('sv-SE', 9)).map(({ wording }) => wording)).toEqual(['new', 'kept']);
});

test('a locale that is full takes no new wording, and goes on counting those it has', async () => {
  await newDatabase();
  for (let n = 0; n < MISSES_PER_LOCALE; n += 1) await miss(`ord ${n}`);
  await miss('one too many');
  await miss('ord 7');
  await miss('one too many', TODAY, 'en-US');
  const all = await listSearchMisses('sv-SE', MISSES_PER_LOCALE + 1);
  expect([all.length, all[0]?.wording, all[0]?.count]).toEqual([MISSES_PER_LOCALE, 'ord 7', 2]);
  expect(await listSearchMisses('en-US', 9)).toHaveLength(1);
});

test('what may say who searched is not kept, and no more than sixty are counted in a minute', async () => {
  await newDatabase();
  const search = (query: string, time: string) =>
    underClock(
      () => at(TODAY, time),
      () => countSearchMiss('en-US', query),
    );
  await search('maja@nordlysbygg.example', '10:00');
  for (let n = 0; n < 70; n += 1) await search('again', '10:01');
  expect(await listSearchMisses('en-US', 9)).toEqual([{ wording: 'again', count: 60, lastOn: TODAY }]);
  await search('again', '10:02');
  expect((await listSearchMisses('en-US', 9))[0]?.count).toBe(61);
});
