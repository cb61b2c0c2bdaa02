import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countBrowserTests, countVitest } from '@/lib/cli/test-counts';

it.each([
  [{ numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0 }],
  [{ numPassedTests: 3, numFailedTests: 2 }, 1, { passed: 3, failed: 2 }],
  [{ numPassedTests: 3, numFailedTests: 0 }, 1, { passed: 3, failed: 1 }],
  [{ numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1 }],
])('Vitest %j, exit code %i: %j', (report, exitCode, counts) => {
  expect(countVitest(write(report), exitCode)).toEqual(counts);
});

it.each([
  [{ expected: 3, unexpected: 0, flaky: 0 }, 0, { passed: 3, failed: 0 }],
  [{ expected: 3, unexpected: 1, flaky: 1 }, 1, { passed: 3, failed: 2 }],
  [{ expected: 0, unexpected: 0, flaky: 0 }, 0, { passed: 0, failed: 1 }],
])('browser %j, exit code %i: %j', (stats, exitCode, counts) => {
  expect(countBrowserTests(write({ stats }), exitCode)).toEqual(counts);
});

it('counts a runner that left no report as one failure', () => {
  expect(countVitest('nowhere.json', 0)).toEqual({ passed: 0, failed: 1 });
  expect(countBrowserTests('nowhere.json', 0)).toEqual({ passed: 0, failed: 1 });
});

function write(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}
