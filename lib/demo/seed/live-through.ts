import type { JobScope } from '@/db/scope';
import { addDays, type Day } from '@/lib/domain/days';
import { underClock } from '@/lib/server/clock';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { type Happening, moment } from './happenings';

/** Lives through the days in order: each morning what is due, then what people do. Never later than `now`. */
export async function liveThrough(
  scope: JobScope,
  { from, through, now }: { readonly from: Day; readonly through: Day; readonly now: number },
  happenings: readonly Happening[],
): Promise<void> {
  const inOrder = [...happenings].sort((a, b) => a.at - b.at);
  let next = 0;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    await doWhatIsDue(scope, day, Math.min(moment(day, '03:00'), now));
    const midnight = moment(addDays(day, 1), '00:00');
    for (let item = inOrder[next]; item && item.at < midnight; item = inOrder[next]) {
      const { at, happen } = item;
      await underClock(
        () => at,
        async () => {
          await happen();
          await drainOutbox();
        },
      );
      next += 1;
    }
  }
  if (next < inOrder.length) throw new Error('Something of the demo would happen in the future');
}

async function doWhatIsDue(scope: JobScope, day: Day, now: number) {
  await underClock(
    () => now,
    async () => {
      const { refused } = await runDueSubscriptions(scope, day, now);
      if (refused.length > 0) throw new Error(`The demo was refused: ${refused.join(', ')}`);
    },
  );
}
