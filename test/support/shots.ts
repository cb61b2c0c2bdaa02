import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { ensureBuild } from '@/lib/cli/site-build';
import { LOCALES } from '@/lib/i18n/locales';
import { asRoot, ensureChromium } from './chromium';
import { listSamples, listUnseenPages, type Sample } from './shots-samples';
import { type Shot, sheetPage } from './shots-sheet';
import { makeTemplate, startSite } from './site';

const help = `
npm run shots -- [--only <pattern>]

Pictures of every page and of the task's states, in every language, at 1280 and
360 px, light and dark, as a visitor and as Astrid of the demo. They lie in
shots/: open shots/index.html, or the sheet-*.png files.
  --only  a regular expression over the name of a page or state ("review|planned")
Fails when the build has a page that the sheet lacks.
`;

const FOLDER = resolve('shots');
const WIDTHS = [1280, 360] as const;
const THEMES = ['light', 'dark'] as const;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string' } } });
if (values.help) console.log(help.trim());
else await takeAll(new RegExp(values.only ?? ''));

async function takeAll(only: RegExp): Promise<void> {
  await ensureBuild();
  const unseen = listUnseenPages('.next/server/app-paths-manifest.json');
  if (unseen.length > 0) throw new Error(`No picture is taken of ${unseen.join(', ')}: see shots-samples.ts.`);
  rmSync(FOLDER, { recursive: true, force: true });
  const template = await makeTemplate();
  const site = await startSite({ template });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: asRoot });
  try {
    const shots: Shot[] = [];
    for (const who of ['visitor', 'reader'] as const) shots.push(...(await takeFor(who, browser, site.origin, only)));
    writeFileSync(join(FOLDER, 'index.html'), sheetPage('Stegvis', shots));
    for (const group of new Set(shots.map((shot) => shot.group))) await takeSheet(browser, group, shots);
    console.log(`${shots.length} pictures: ${pathToFileURL(join(FOLDER, 'index.html'))}`);
  } finally {
    await browser.close();
    await site.stop();
    rmSync(template, { recursive: true });
  }
}

async function takeFor(who: Sample['who'], browser: Browser, origin: string, only: RegExp): Promise<Shot[]> {
  const signedIn = await browser.newContext({ baseURL: origin });
  const ids = await signIn(signedIn);
  const samples = listSamples(ids).filter((sample) => sample.who === who && only.test(sample.name));
  const storageState = who === 'reader' ? await signedIn.storageState() : { cookies: [], origins: [] };
  await signedIn.close();
  const shots: Shot[] = [];
  for (const locale of LOCALES) {
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const viewport = { width, height: 900 };
        const context = await browser.newContext({ baseURL: origin, storageState, viewport, colorScheme: theme });
        const group = `${locale} ${width} px ${theme}`;
        for (const sample of samples) shots.push(await take(context, sample, locale, { group, width }));
        await context.close();
      }
    }
  }
  return shots;
}

/** Signs in as Astrid. Answers a receipt from an app's history and the newest invoice of a profile. */
async function signIn(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto('/en-US/sign-in?to=/en-US/apps/nordlys-tallyworks');
  await page.getByRole('button', { name: 'Astrid Lindqvist' }).click();
  const idBehind = async (part: string) =>
    (await page.locator(`a[href*="${part}"]`).first().getAttribute('href'))?.split('/').at(-1) ?? '';
  const receiptId = await idBehind('/receipts/');
  await page.goto('/en-US/billing/profiles/nordlys-office');
  const invoiceId = await idBehind('/invoices/');
  await page.close();
  return { receiptId, invoiceId };
}

async function take(
  context: BrowserContext,
  { name, path, who, arrive }: Sample,
  locale: string,
  { group, width }: Pick<Shot, 'group' | 'width'>,
): Promise<Shot> {
  const page = await context.newPage();
  await page.goto(`/${locale}${path}`);
  await arrive?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
  const file = `${group.replaceAll(' ', '-')}/${who}-${name}.png`;
  await page.screenshot({ path: join(FOLDER, file), fullPage: true });
  await page.close();
  return { file, label: `${name} · ${who}`, group, width };
}

async function takeSheet(browser: Browser, group: string, shots: readonly Shot[]): Promise<void> {
  const name = `sheet-${group.replaceAll(' ', '-')}`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, `${name}.html`),
    sheetPage(
      group,
      shots.filter((shot) => shot.group === group),
    ),
  );
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.goto(pathToFileURL(join(FOLDER, `${name}.html`)).href);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  await page.close();
}
