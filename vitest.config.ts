import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));

const LONGEST = ['test/model/', 'test/tasks/seed'];

/** The few files that take a minute start first, so that nothing waits for them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.includes(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: `${root}test/support/server-only.ts` },
      { find: 'next/cache', replacement: `${root}test/support/next-cache.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  // Limits catch what hangs; a slow machine is no failure.
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest's own choice leaves a processor idle: of two, half.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    include: ['test/unit/**/*.test.ts', 'test/tasks/**/*.test.ts', 'test/api/**/*.test.ts', 'test/model/**/*.test.ts'],
  },
});
