import { expect, test } from 'vitest';
import { writeQueue } from '@/db/write-queue';
import { accept } from '@/lib/domain/outcome';

function held() {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

test('writes run one at a time in the order they came, past one that throws', async () => {
  const queue = writeQueue({ length: 10, patienceMs: 5000 });
  const steps: string[] = [];
  const enter = (name: string) =>
    queue.enter(async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
      if (name === 'b') throw new Error(name);
      return accept(name);
    });
  await Promise.allSettled(['a', 'b', 'c'].map(enter));
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('a full queue refuses at once and has room again later', async () => {
  const queue = writeQueue({ length: 1, patienceMs: 5000 });
  const first = held();
  const running = queue.enter(async () => accept(await first.until));
  expect(await queue.enter(async () => accept(2))).toEqual({ ok: false, refusal: 'busy' });
  first.release();
  await running;
  expect(await queue.enter(async () => accept(3))).toEqual({ ok: true, value: 3 });
});

test('a write whose patience ended in the queue is refused without having run', async () => {
  const queue = writeQueue({ length: 2, patienceMs: 0 });
  const ran: string[] = [];
  const late = queue.enter(async () => {
    ran.push('late');
    return accept(1);
  });
  expect(await late).toEqual({ ok: false, refusal: 'busy' });
  expect(ran).toEqual([]);
});

test('drained waits for what has entered', async () => {
  const queue = writeQueue({ length: 2, patienceMs: 5000 });
  const ended: number[] = [];
  const writing = queue.enter(async () => {
    await new Promise(setImmediate);
    return accept(ended.push(1));
  });
  await queue.drained();
  expect(ended).toEqual([1]);
  await writing;
});
