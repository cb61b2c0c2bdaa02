import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { asRoot, ensureChromium } from '@/test/support/chromium';
import { spreadOf } from './load';

/** A page's scripts by address, packed bytes each; those that stand in the page itself are one. */
type Scripts = ReadonlyMap<string, number>;

/** Milliseconds from asking for the page: until something is seen, and until its form is React's. */
export type PageLife = { readonly seenMs: number; readonly interactiveMs: number; readonly scripts: Scripts };

const SLOWER = 4;
const INLINE = 'inline';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: asRoot });
}

/** Opens a page some times, each with an empty cache on a processor four times slower. Medians. */
export async function watchPage(
  browser: Browser,
  address: string,
  cookie: string | undefined,
  rounds: number,
): Promise<PageLife> {
  const lives: PageLife[] = [];
  for (let round = 0; round < rounds; round += 1) lives.push(await watchOnce(browser, address, cookie));
  return {
    seenMs: spreadOf(lives.map(({ seenMs }) => seenMs)).median,
    interactiveMs: spreadOf(lives.map(({ interactiveMs }) => interactiveMs)).median,
    scripts: lives[0]?.scripts ?? new Map(),
  };
}

async function watchOnce(browser: Browser, address: string, cookie: string | undefined): Promise<PageLife> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie) await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const bodies: Promise<readonly [string, Buffer]>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    bodies.push(response.body().then((body) => [new URL(response.url()).pathname, body] as const));
  });
  await page.goto(address, { waitUntil: 'commit' });
  const form = await page.waitForFunction(() => {
    const forms = [...document.querySelectorAll('form')].filter(({ method }) => method === 'post');
    const isReact = forms.some((each) => Object.keys(each).some((key) => key.startsWith('__reactProps')));
    return isReact ? performance.now() : null;
  });
  const interactiveMs = Number(await form.jsonValue());
  const seenMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent).join('\n'),
  );
  const loaded = await Promise.all(bodies);
  await context.close();
  const scripts = [...loaded, [INLINE, Buffer.from(inline)] as const];
  return { seenMs, interactiveMs, scripts: new Map(scripts.map(([path, body]) => [path, gzipSync(body).length])) };
}

export type Parts = { readonly shared: number; readonly own: number; readonly inline: number };

/** What every page of these loads, what only some do, and what stands in the page itself; in the order of the pages. */
export function partsOf(pages: readonly Scripts[]): Parts[] {
  const isShared = (path: string) => pages.every((scripts) => scripts.has(path));
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  return pages.map((scripts) => {
    const files = [...scripts].filter(([path]) => path !== INLINE);
    return {
      shared: sum(files.filter(([path]) => isShared(path)).map(([, size]) => size)),
      own: sum(files.filter(([path]) => !isShared(path)).map(([, size]) => size)),
      inline: scripts.get(INLINE) ?? 0,
    };
  });
}
