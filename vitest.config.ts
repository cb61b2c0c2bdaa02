import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first';

const root = fileURLToPath(new URL('.', import.meta.url));

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
