import { type Day, dayIn } from '@/lib/domain/days';
import { nowAt } from './clock';

/** Where the demo's people live: its days begin there. */
export const DEMO_TIME_ZONE = 'Europe/Stockholm';

/** The day it is in the demo. */
export function demoToday(): Day {
  return dayIn(DEMO_TIME_ZONE, nowAt());
}
