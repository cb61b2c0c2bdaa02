import { readFileSync } from 'node:fs';
import { GUIDES } from '@/lib/domain/guides/registry';
import { PAGES } from '@/lib/server/pages';
import type { Arrive } from './shots-arrivals';
import { CHANGES, STATES } from './shots-states';

/** Who looks: nobody in particular, somebody of a customer, or one of the operator's own people. */
export type Viewer = 'visitor' | 'reader' | 'biller';

/** One thing to look at. `path` stands below the locale; `arrive` does what must be done on the page first. */
export type Sample = {
  readonly name: string;
  readonly path: string;
  readonly who: Viewer;
  readonly arrive?: Arrive;
  /** As it comes out on paper: once for each language. */
  readonly isPrinted?: true;
};

const BOTH = ['visitor', 'reader'] as const;

/** Every page of the route table for who may see it, then the states of the task. The ids are of things the reader may read. */
export function listSamples(own: SampleIds): Sample[] {
  const pages = PAGES.filter(({ rendering }) => rendering !== 'handler').flatMap(
    ({ path, record, audience, staff }) => {
      const ids = path.includes('[guide]') ? GUIDES.map(({ id }) => id) : [idOf(record, own)];
      const who = staff ? (['biller'] as const) : audience === 'reader' ? (['reader'] as const) : BOTH;
      const name = (id: string) =>
        path
          .slice(1)
          .replace(/\[\w+\]/, record ?? id)
          .replaceAll('/', '-');
      return ids.flatMap((id) =>
        who.map((each): Sample => ({ name: name(id), path: path.replace(/\[\w+\]/, id), who: each })),
      );
    },
  );
  const printed = [`/billing/invoices/${own.invoiceId}`, `/receipts/${own.receiptId}`].map(
    (path): Sample => ({
      name: `print${path.replace(/\/[^/]+$/, '').replaceAll('/', '-')}`,
      path,
      who: 'reader',
      isPrinted: true,
    }),
  );
  return [...pages, ...printed, ...STATES, ...CHANGES];
}

/** Pages of the build that no sample shows: a page outside the route table, or `missing` without its state. */
export function listUnseenPages(manifestFile: string): string[] {
  const built = Object.keys(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const seen = new Set(
    PAGES.flatMap(({ path, live, twin }) => [path, live ?? path, twin ?? path]).map((path) => `/[locale]${path}/page`),
  );
  // Next's own two, which the proxy never lets anybody see, and the page behind every 404, which is among the states.
  const others = ['/_not-found/page', '/_global-error/page', '/[locale]/live/missing/page'];
  const outOfGroup = (page: string) => page.replace(/\/\([\w-]+\)(?=\/)/g, '');
  return built.map(outOfGroup).filter((page) => page.endsWith('/page') && !seen.has(page) && !others.includes(page));
}

export type SampleIds = { readonly receiptId: string; readonly invoiceId: string };

function idOf(record: (typeof PAGES)[number]['record'], { receiptId, invoiceId }: SampleIds): string {
  switch (record) {
    case 'receipt':
      return receiptId;
    case 'invoice':
      return invoiceId;
    case 'billing_profile':
      return 'nordlys-office';
    default:
      return 'nordlys-tallyworks';
  }
}
