import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Outcome, refuse } from '@/lib/domain/outcome';

type Write<T> = (giveUpAt: number) => Promise<Outcome<T, 'busy'>>;

export type WriteQueue = {
  /** Runs the write when all earlier ones have ended; refuses at once when the queue is full. */
  enter<T>(write: Write<T>): Promise<Outcome<T, 'busy'>>;
  /** Resolves when every write that has entered so far has ended. */
  drained(): Promise<void>;
};

/**
 * First in, first out, one at a time. `giveUpAt` counts from entering on the monotonic clock (milliseconds), so a
 * queue behind a locked file empties instead of making each write wait its whole patience.
 */
export function writeQueue(limits: { length: number; patienceMs: number }): WriteQueue {
  let entered = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    async enter(write) {
      if (entered >= limits.length) return refuse('busy');
      entered += 1;
      const giveUpAt = performance.now() + limits.patienceMs;
      // A local write is one synchronous stretch: without a turn of the event loop between, a burst of them freezes it.
      const turn = last
        .then(() => nextTurn())
        .then(() => (performance.now() > giveUpAt ? refuse('busy') : write(giveUpAt)));
      last = turn.catch(() => undefined);
      return turn.finally(() => {
        entered -= 1;
      });
    },
    async drained() {
      await last;
    },
  };
}
