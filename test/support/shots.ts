import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { ensureBuild } from '@/lib/cli/site-build';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { asRoot, ensureChromium } from './chromium';
import { signInViewers, takePicture } from './shots-camera';
import { listSamples, listUnseenPages } from './shots-samples';
import { type Shot, saveIndex, takeSheets } from './shots-sheet';
import { makeTemplate, startSite } from './site';

const help = `
npm run shots -- [--only <pattern>] [--in <pattern>]

Pictures of every page and of the task's states, in every language, at 1280 and
360 px, light and dark, as a visitor, as Astrid of the demo and as Vera, who
books transfers; and of what is printed. They lie in shots/: open
shots/index.html, or the sheet-*.png files.
  --only  a regular expression over the name of a page or state ("review|planned")
  --in    a regular expression over language, width and theme ("sv-SE 360 px")
Fails when the build has a page that the sheet lacks, or a picture cannot be taken.
`;

const FOLDER = resolve('shots');
const WIDTHS = [1280, 360] as const;
const THEMES = ['light', 'dark'] as const;

/** How many groups are taken at once, each on a site of its own. */
const AT_ONCE = 2;

type Group = {
  readonly name: string;
  readonly locale: Locale;
  readonly width: number;
  readonly theme: (typeof THEMES)[number];
};

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string' }, in: { type: 'string' } },
});
if (values.help) console.log(help.trim());
else await takeAll(new RegExp(values.only ?? ''), new RegExp(values.in ?? ''));

async function takeAll(only: RegExp, within: RegExp): Promise<void> {
  const startedAt = performance.now();
  await ensureBuild();
  const unseen = listUnseenPages('.next/server/app-paths-manifest.json');
  if (unseen.length > 0) throw new Error(`No picture is taken of ${unseen.join(', ')}: see shots-samples.ts.`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  const template = await makeTemplate();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: asRoot });
  try {
    const waiting = listGroups().filter(({ name }) => within.test(name));
    const shots: Shot[] = [];
    const work = async () => {
      for (let group = waiting.shift(); group; group = waiting.shift()) {
        shots.push(...(await takeGroup(browser, template, group, only)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    saveIndex(FOLDER, shots);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${shots.length} pictures in ${seconds} s: ${pathToFileURL(resolve(FOLDER, 'index.html'))}`);
  } finally {
    await browser.close();
    rmSync(template, { recursive: true });
  }
}

function listGroups(): Group[] {
  return LOCALES.flatMap((locale) =>
    WIDTHS.flatMap((width) =>
      THEMES.map((theme) => ({ name: `${locale} ${width} px ${theme}`, locale, width, theme })),
    ),
  );
}

/** On a site of its own, since the last pictures change what they show. */
async function takeGroup(browser: Browser, template: string, group: Group, only: RegExp): Promise<Shot[]> {
  const site = await startSite({ template });
  try {
    const { contexts, ids } = await signInViewers(browser, { ...group, origin: site.origin });
    const isPaper = group.width === WIDTHS[0] && group.theme === THEMES[0];
    const samples = listSamples(ids).filter(({ name, isPrinted }) => only.test(name) && (isPaper || !isPrinted));
    const shots: Shot[] = [];
    for (const sample of samples) {
      const file = `${group.name.replaceAll(' ', '-')}/${sample.who}-${sample.name}.png`;
      const missed = await takePicture(contexts[sample.who], sample, group.locale, resolve(FOLDER, file));
      if (missed) {
        process.exitCode = 1;
        console.error(`  No picture of ${sample.name}, ${group.name}: ${missed}`);
        continue;
      }
      shots.push({ file, label: `${sample.name} · ${sample.who}`, group: group.name, width: group.width });
    }
    await Promise.all(Object.values(contexts).map((context) => context.close()));
    await takeSheets(browser, FOLDER, group.name, shots);
    console.log(`  ${group.name}: ${shots.length}`);
    return shots;
  } finally {
    await site.stop();
  }
}
