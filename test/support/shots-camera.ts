import type { Browser, BrowserContext } from '@playwright/test';
import { MEMBERS, STAFF } from '@/lib/demo/seed/people';
import type { Sample, SampleIds, Viewer } from './shots-samples';

/** What a sheet of A4 leaves between its margins, in CSS pixels. */
const PAPER = { width: 688, height: 1000 } as const;

/** Beyond it Chromium repeats itself, and a thumbnail shows nothing. */
const TALLEST = 12_000;

type View = { readonly origin: string; readonly width: number; readonly theme: 'light' | 'dark' };
type Viewers = { readonly contexts: Readonly<Record<Viewer, BrowserContext>>; readonly ids: SampleIds };

/** A browser for each who looks, signed in where they can be, and things that the reader may read. */
export async function signInViewers(browser: Browser, { origin, width, theme }: View): Promise<Viewers> {
  const open = () =>
    browser.newContext({
      baseURL: origin,
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
  const contexts = { visitor: await open(), reader: await open(), biller: await open() };
  await signIn(contexts.reader, MEMBERS[0]?.name ?? '');
  await signIn(contexts.biller, STAFF[0]?.name ?? '');
  const receiptId = await findId(contexts.reader, '/apps/nordlys-tallyworks', '/receipts/');
  const invoiceId = await findId(contexts.reader, '/billing/profiles/nordlys-office', '/invoices/');
  return { contexts, ids: { receiptId, invoiceId } };
}

/** Takes the whole page, after what has to be done on it. Answers why not, if something there is not as expected. */
export async function takePicture(
  context: BrowserContext,
  { path, arrive, isPrinted }: Sample,
  locale: string,
  file: string,
): Promise<string | undefined> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (isPrinted) {
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
  }
  try {
    await page.goto(`/${locale}${path}`);
    await arrive?.(page);
    await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: Math.min(height, TALLEST) };
    await page.screenshot({ path: file, fullPage: true, clip });
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message.split('\n')[0] : error} at ${page.url()}`;
  } finally {
    await page.close();
  }
}

async function signIn(context: BrowserContext, person: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('/en-US/sign-in');
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL(/\/help$|\/biller$/);
  await page.close();
}

async function findId(context: BrowserContext, path: string, part: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(`/en-US${path}`);
  const href = await page.locator(`a[href*="${part}"]`).first().getAttribute('href');
  await page.close();
  return href?.split('/').at(-1) ?? '';
}
