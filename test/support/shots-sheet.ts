/** Where a picture lies below the sheet's folder, and what it shows. */
export type Shot = {
  readonly file: string;
  readonly label: string;
  readonly group: string;
  readonly width: number;
};

/** A page of labelled thumbnails; each opens its picture. */
export function sheetPage(title: string, shots: readonly Shot[]): string {
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
