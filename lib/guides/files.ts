import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with one folder per locale: texts are read from the working directory at run time. */
export function messagesRoot(): string {
  return join(process.cwd(), 'messages');
}

export function guideFile(root: string, locale: string, guideId: string): string {
  return join(root, locale, 'guides', `${guideId}.md`);
}

export function uiFile(root: string, locale: string): string {
  return join(root, locale, 'ui.json');
}

/** The text of a file, or undefined where there is none. */
export function findText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The ids of the guide files that lie in the locale's folder, known or not. */
export function listGuideFiles(root: string, locale: string): readonly string[] {
  const folder = join(root, locale, 'guides');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.map((name) => name.slice(0, -'.md'.length)).sort();
}
