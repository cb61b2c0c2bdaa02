import { createConnection } from 'node:net';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { type ClockMoveRefusal, daysToMove, MOST_DAYS_AT_ONCE } from '@/lib/domain/clock-move';
import type { Day } from '@/lib/domain/days';
import type { Settings } from '@/lib/env';
import { clockAheadMs } from '@/lib/server/clock';
import { demoToday } from '@/lib/server/demo-day';
import { isDemoSeeded, moveDemoClock, readDemoClock } from '@/lib/server/jobs/demo-clock';
import { requireSettings } from './prepare';
import { main, Obstacle, readWords } from './terminal';

const help = `
npm run clock                  which day it is in the demo
npm run clock -- +30d          30 days on
npm run clock -- 2027-01-31    on to that day

Moves the demo's time forward, whether or not the site is running. Everything due
on the days in between happens, day by day: renewals, invoices, payments and mail.
At most ${MOST_DAYS_AT_ONCE} days at a time, never back: npm run reset starts the demo over.
Refuses in live mode.
`;

const reasons: Record<ClockMoveRefusal, string> = {
  move_missing: 'Say how far: +30d or 2027-01-31.',
  move_malformed: 'That is no number of days and no date: say +30d or 2027-01-31.',
  move_backwards: 'Time only moves forward. To start the demo over: npm run reset.',
  move_nowhere: 'It is that day already.',
  move_too_far: `That is too far: at most ${MOST_DAYS_AT_ONCE} days at a time.`,
};

await main(async () => {
  const words = readWords(help);
  if (!words) return 0;
  const settings = requireSettings();
  if (settings.mode !== 'demo')
    throw new Obstacle('Nothing moved: this is a live site (see STEGVIS_MODE in .env.example).');
  await migrate();
  if (!(await isDemoSeeded())) throw new Obstacle('Nothing moved: there is no demo here yet. Make one with npm start.');
  await readDemoClock();
  if (words.length > 0) await move(settings, words.join(' '));
  console.log(`Today in the demo: ${demoToday()}`);
  await closeDatabase();
  return 0;
});

async function move(settings: Settings, wish: string): Promise<void> {
  const days = daysToMove(wish, demoToday());
  if (!days.ok) throw new Obstacle(`Nothing moved. ${reasons[days.refusal]}`);
  if (await isAnswered(settings.port)) return askSite(settings, wish);
  const moved = await moveDemoClock(days.value);
  if (!moved.ok)
    throw new Obstacle(`Not moved all the way: the demo's clock is in use elsewhere (${demoToday()} now).`);
}

/** The running site moves its own clock, which it keeps in memory, and answers when every day is over. */
async function askSite({ port }: Settings, wish: string): Promise<void> {
  const origin = `http://localhost:${port}`;
  const asked = await fetch(`${origin}/en-US/demo-clock/move`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ far: wish, from: String(clockAheadMs()), back: '' }),
    redirect: 'manual',
  }).catch(() => undefined);
  const before: Day = demoToday();
  await readDemoClock();
  const isMoved = asked?.status === 303 && asked.headers.get('location')?.endsWith('notice=moved');
  if (isMoved && demoToday() > before) return;
  throw new Obstacle(
    `Not moved: what answers on port ${port} is not this demo, or is busy. Say PORT=… if the site runs elsewhere.`,
  );
}

function isAnswered(port: number): Promise<boolean> {
  const socket = createConnection({ host: 'localhost', port });
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
