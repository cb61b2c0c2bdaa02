import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type Site, startSite } from './site';

type Fixtures = {
  /** Statuses of answers that the browser may complain about in this test: `expectedStatuses.add(404)`. */
  expectedStatuses: Set<number>;
};

/**
 * The browser tests' `test`: `site` is a running demo of the worker's own, and paths are relative to it. A line that
 * the browser writes as an error, or an error that a page throws, fails the test.
 */
export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const site = await startSite({ template: requireTemplate() });
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ site }, use) => use(site.origin),
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  expectedStatuses: ({}, use) => use(new Set()),
  context: async ({ context, expectedStatuses }, use) => {
    const complaints = hearComplaints(context, expectedStatuses);
    await use(context);
    expect(complaints, 'the browser complained').toEqual([]);
  },
});

export { expect };

/** What a browser complains about from now on; for contexts that a test opens itself. */
export function hearComplaints(context: BrowserContext, expectedStatuses: ReadonlySet<number> = new Set()): string[] {
  const complaints: string[] = [];
  context.on('console', (line) => {
    if (line.type() !== 'error') return;
    const status = Number(/responded with a status of (\d+)/.exec(line.text())?.[1]);
    if (!expectedStatuses.has(status)) complaints.push(`${line.text()} (${line.location().url})`);
  });
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())));
  return complaints;
}

/** Where the run's seeded data lies, to start a further site from. */
export function requireTemplate(): string {
  const template = process.env.STEGVIS_TEST_TEMPLATE;
  if (!template) throw new Error('No seeded template: the browser tests run through playwright.config.ts.');
  return template;
}
