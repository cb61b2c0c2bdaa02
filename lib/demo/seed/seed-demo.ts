import { hasOrganizations } from '@/db/organizations';
import { JobScope } from '@/db/scope-mint';
import { dayIn } from '@/lib/domain/days';
import { underClock } from '@/lib/server/clock';
import { runDay } from '@/lib/server/jobs/run-day';
import { calendarOf } from './calendar';
import { moment } from './happenings';
import { listKymataHappenings } from './kymata';
import { liveThrough } from './live-through';
import { saveMasterData } from './master-data';
import { listNordlysHappenings } from './nordlys';
import { listOrderHappenings } from './orders';

const DAYS_OF_HISTORY = 480;
const scope = new JobScope('demo-seed');

/**
 * Fills an empty database with the demo, as of `now` (epoch milliseconds): the real commands, run under a moved clock
 * through the past months. Leaves a database alone that has any organization, and answers false then.
 */
export async function seedDemo(now: number, say: (line: string) => void): Promise<boolean> {
  if (await hasOrganizations(scope)) return false;
  const calendar = calendarOf(dayIn('Europe/Stockholm', now));
  const from = calendar.ago(DAYS_OF_HISTORY);
  await saveMasterData(scope, calendar.today, moment(from, '00:00'));
  say('Publishers, offers, organizations and people are there.');
  const happenings = [
    ...listNordlysHappenings(calendar),
    ...listKymataHappenings(calendar),
    ...listOrderHappenings(calendar),
  ];
  say(`Living through ${DAYS_OF_HISTORY} days of purchases, renewals and changes …`);
  await liveThrough(scope, { from, through: calendar.today, now }, happenings);
  // What the last day brings is told and signed, so that a site begins with nothing to make up for.
  await underClock(
    () => now,
    () => runDay(scope, { today: calendar.today, now }),
  );
  return true;
}
