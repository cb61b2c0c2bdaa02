import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { GUIDES } from '@/lib/domain/guides/registry';
import { PAGES } from '@/lib/server/pages';

/** One thing to look at. `path` stands below the locale; `arrive` does what must be done on the page first. */
export type Sample = {
  readonly name: string;
  readonly path: string;
  readonly who: 'visitor' | 'reader';
  readonly arrive?: (page: Page) => Promise<void>;
};

const QUANTITY = '/help/change-license-quantity';
const app = (id: string) => `${QUANTITY}?app=${id}`;
const asks = (quantity: string, found: string) => async (page: Page) => {
  await page.locator('input[name="quantity"]').fill(quantity);
  await page.locator('input[name="quantity"]').press('Enter');
  await page.locator(found).waitFor();
};

const STATES: readonly Sample[] = [
  { name: 'missing', path: '/nothing-here', who: 'visitor' },
  { name: 'missing', path: '/apps/nothing-here', who: 'reader' },
  { name: 'search-hits', path: '/help/search?q=app', who: 'visitor' },
  { name: 'app-chosen', path: app('nordlys-tallyworks'), who: 'reader' },
  { name: 'error', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('1,5', '.error-summary') },
  { name: 'review-increase', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('14', '.review') },
  { name: 'review-decrease', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('8', '.review') },
  { name: 'take-back', path: app('nordlys-ritkant'), who: 'reader' },
  { name: 'planned', path: app('nordlys-lagkort'), who: 'reader' },
  { name: 'flat', path: app('nordlys-archive'), who: 'reader' },
  { name: 'past-due', path: app('nordlys-prosfora'), who: 'reader' },
  { name: 'activation', path: '/help/activate-app?app=nordlys-taxidi', who: 'reader' },
  { name: 'activated', path: '/help/activate-app?app=nordlys-tallyworks', who: 'reader' },
  { name: 'activation-too-late', path: '/help/activate-app?app=nordlys-vaderfonster', who: 'reader' },
  { name: 'assignment', path: '/help/assign-licenses?app=nordlys-tallyworks', who: 'reader' },
  { name: 'assignment-flat', path: '/help/assign-licenses?app=nordlys-archive', who: 'reader' },
  { name: 'app-portal', path: '/apps/nordlys-taxidi?do=open-publisher-portal', who: 'reader' },
  { name: 'app-planned', path: '/apps/nordlys-lagkort', who: 'reader' },
  { name: 'app-flat', path: '/apps/nordlys-archive', who: 'reader' },
  { name: 'app-past-due', path: '/apps/nordlys-prosfora', who: 'reader' },
  { name: 'app-disabled', path: '/apps/nordlys-tidlapp', who: 'reader' },
];

/** Every page of the route table for who may see it, then the states of the task. `receiptId` is a receipt of the reader's. */
export function listSamples(receiptId: string): Sample[] {
  const pages = PAGES.filter(({ rendering }) => rendering !== 'handler').flatMap(({ path, record, audience }) => {
    const ids = path.includes('[guide]') ? GUIDES.map(({ id }) => id) : [idOf(record, receiptId)];
    const who = audience === 'reader' ? (['reader'] as const) : (['visitor', 'reader'] as const);
    const name = (id: string) =>
      path
        .slice(1)
        .replace(/\[\w+\]/, record ?? id)
        .replaceAll('/', '-');
    return ids.flatMap((id) =>
      who.map((each): Sample => ({ name: name(id), path: path.replace(/\[\w+\]/, id), who: each })),
    );
  });
  return [...pages, ...STATES];
}

/** Pages of the build that no sample shows: a page outside the route table, or `missing` without its state. */
export function listUnseenPages(manifestFile: string): string[] {
  const built = Object.keys(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const seen = new Set(PAGES.flatMap(({ path, live }) => [path, live ?? path]).map((path) => `/[locale]${path}/page`));
  // Next's own two, which the proxy never lets anybody see, and the page behind every 404, which is among the states.
  const others = ['/_not-found/page', '/_global-error/page', '/[locale]/live/missing/page'];
  const outOfGroup = (page: string) => page.replace(/\/\([\w-]+\)(?=\/)/g, '');
  return built.map(outOfGroup).filter((page) => page.endsWith('/page') && !seen.has(page) && !others.includes(page));
}

function idOf(record: (typeof PAGES)[number]['record'], receiptId: string): string {
  return record === 'receipt' ? receiptId : 'nordlys-tallyworks';
}
