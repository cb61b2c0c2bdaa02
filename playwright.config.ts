import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './test/support/chromium';

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/browser',
  globalSetup: './test/support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findChromium(), args: [...quiet, ...asRoot] },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'with-script', testIgnore: '**/whole-life.spec.ts' },
    {
      name: 'without-script',
      testIgnore: ['**/discovery.spec.ts', '**/matrix.spec.ts'],
      use: { javaScriptEnabled: false },
    },
  ],
});
