import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';

/** Where a picture lies below the sheet's folder, and what it shows. */
export type Shot = {
  readonly file: string;
  readonly label: string;
  readonly group: string;
  readonly width: number;
};

/** As many thumbnails as a sheet holds before Chromium can no longer take it whole. */
const PER_SHEET = 24;

/** Writes the page that shows every picture. */
export function saveIndex(folder: string, shots: readonly Shot[]): void {
  writeFileSync(join(folder, 'index.html'), sheetPage('Stegvis', shots));
}

/** Takes the contact sheets of one group, in the order of its pictures. */
export async function takeSheets(
  browser: Browser,
  folder: string,
  group: string,
  shots: readonly Shot[],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  for (let from = 0; from < shots.length; from += PER_SHEET) {
    const name = `sheet-${group.replaceAll(' ', '-')}-${from / PER_SHEET + 1}`;
    writeFileSync(join(folder, `${name}.html`), sheetPage(group, shots.slice(from, from + PER_SHEET)));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  await page.close();
}

/** A page of labelled thumbnails; each opens its picture. */
function sheetPage(title: string, shots: readonly Shot[]): string {
  const groups = [...new Set(shots.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const items = shots.filter((shot) => shot.group === group).map(thumbnail);
    return `<h2>${escapeHtml(group)}</h2><div class="shots">${items.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; background: #ddd; color: #111 }
.shots { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
figure { margin: 0; background: #fff; padding: 8px }
img { display: block; border: 1px solid #999 }
</style><h1>${escapeHtml(title)}</h1>${sections.join('')}</html>`;
}

function thumbnail({ file, label, width }: Shot): string {
  const across = width > 600 ? 320 : 180;
  return `<figure><a href="${escapeHtml(file)}"><img src="${escapeHtml(file)}" width="${across}" alt=""></a><figcaption>${escapeHtml(label)}</figcaption></figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
