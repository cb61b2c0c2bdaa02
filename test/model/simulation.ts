import { expect, inject, test, vi } from 'vitest';
import { playHistories } from './histories';

declare module 'vitest' {
  interface ProvidedContext {
    simulation: { readonly histories: number; readonly seed: number };
  }
}

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

test('random histories go as the rules say', { timeout: 24 * 3_600_000 }, async () => {
  const { histories, seed } = inject('simulation');
  const startedAt = performance.now();
  const { failure, histories: played, steps, done } = await playHistories({ histories, seed });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${played} histories, ${steps} steps, ${seconds} s, seed ${seed}`);
  console.log([...done].map(([act, times]) => `${act} ${times}`).join(', '));
  if (failure) console.log(failure);
  expect(failure === undefined).toBe(true);
});
