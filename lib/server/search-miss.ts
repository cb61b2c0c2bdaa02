import { recordSearchMiss } from '@/db/search-misses';
import { dayIn } from '@/lib/domain/days';
import { findMissWording } from '@/lib/domain/search-miss';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from './clock';

/** Anybody can search: what goes beyond this in a minute is not counted, so that no write of a reader's waits for it. */
const MOST_PER_MINUTE = 60;

const passing = { minute: 0, counted: 0 };

/** Counts a search that no guide answered, for the authors of the language. Nothing is said when it cannot be counted. */
export async function countSearchMiss(locale: Locale, query: string): Promise<void> {
  const wording = findMissWording(locale, query);
  const now = nowAt();
  if (wording === undefined || !hasRoom(Math.floor(now / 60_000))) return;
  await recordSearchMiss({ locale, wording, today: dayIn('UTC', now) });
}

function hasRoom(minute: number): boolean {
  if (passing.minute !== minute) Object.assign(passing, { minute, counted: 0 });
  passing.counted += 1;
  return passing.counted <= MOST_PER_MINUTE;
}
