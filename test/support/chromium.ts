import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const names = [
  // The same engine without a window: pages cost it little more than half.
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'msedge',
];
const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
const usualPlaces = [
  ...names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
];

/** What a browser wants to be told when root starts it. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The browser for the tests: the one named by STEGVIS_CHROMIUM, the system's, or Playwright's own. Throws if the named one is not there. */
export function findChromium(): string | undefined {
  const named = process.env.STEGVIS_CHROMIUM || process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named && !existsSync(named)) throw new Error(`STEGVIS_CHROMIUM names ${named}, which is not there.`);
  return named || [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path));
}

/** Finds a browser or installs one: by Playwright's installer, or as root by Debian's package. Throws with what to do by hand. */
export function ensureChromium(): string {
  return findChromium() ?? installed(byPlaywright) ?? installed(byDebian) ?? giveUp();
}

function installed(install: () => void): string | undefined {
  install();
  return findChromium();
}

function byPlaywright(): void {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const withSystemLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  tell('No Chromium found: installing one with Playwright …');
  report(process.execPath, [cli, 'install', ...withSystemLibraries, 'chromium']);
}

/** The smaller one without a window, where Debian has it by now. */
function byDebian(): void {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  for (const name of ['chromium-headless-shell', 'chromium-headless-shell', 'chromium', 'chromium']) {
    tell(`Installing Debian's ${name} …`);
    report('apt-get', ['update']);
    if (report('apt-get', ['install', '-y', name])) return;
  }
}

function giveUp(): never {
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none could be installed. Install one, ' +
      'or name the one you have: STEGVIS_CHROMIUM=/path/to/chrome npm test',
  );
}

/** Standard output is kept for the answer, so an installer speaks on standard error. */
function report(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: ['ignore', 2, 2] }).status === 0;
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureChromium());
