import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { readonly passed: number; readonly failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Counts of a Vitest JSON report; a runner that failed without a failed test, or ran none, counts as one failure. */
export function countVitest(file: string, exitCode: number): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = vitestReport.parse(readJson(file));
  return honest({ passed: numPassedTests, failed: numFailedTests }, exitCode);
}

/** Counts of a Playwright JSON report, by the same rule. A test that failed once has failed. */
export function countBrowserTests(file: string, exitCode: number): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = browserReport.parse(readJson(file)).stats;
  return honest({ passed: expected, failed: unexpected + flaky }, exitCode);
}

function honest({ passed, failed }: Counts, exitCode: number): Counts {
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
