import { defineConfig, devices } from '@playwright/test';
import { asRoot, findChromium } from './test/support/chromium';

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

// Whatever the mode, these need both languages; or none, since they speak HTTP only.
const BOTH_LANGUAGES = 'request-matrix|pages\\.spec|whole-life';
const ONE_PROJECT_IS_ENOUGH = [
  '**/static-guides.spec.ts',
  '**/request-{addresses,filter}.spec.ts',
  '**/publisher-api.spec.ts',
  '**/request-statuses.spec.ts',
  '**/stripe-cards.spec.ts',
];

/** English runs with scripts and Swedish without, so that each is seen in half the time; `npm run test:every` runs all. */
const leaveOut = (locale: string) =>
  process.env.STEGVIS_TEST_EVERY ? {} : { grepInvert: new RegExp(`^(?!.*(${BOTH_LANGUAGES})).*\\b${locale}\\b`) };

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
    // What a failure leaves is the page as it was seen and as it was read; a trace of every test takes a tenth longer.
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'with-script',
      testIgnore: ['**/whole-life.spec.ts', ...ONE_PROJECT_IS_ENOUGH],
      ...leaveOut('sv-SE'),
    },
    {
      name: 'without-script',
      // axe is a script itself, and the markup is the same without.
      testIgnore: ['**/discovery.spec.ts', '**/matrix.spec.ts', '**/pages.spec.ts'],
      ...leaveOut('en-US'),
      use: { javaScriptEnabled: false },
    },
  ],
});
