import { addressOf } from './comparisons';
import { openBrowser, type PageLife, partsOf, watchPage } from './page-life';
import { TASK_PAGES, type TaskPage } from './task-pages';

const ROUNDS = 5;

/** Weighs the scripts of each task's live page by part, and times it against the same form on an empty page. */
export async function printLives(
  origin: string,
  cookies: Readonly<Record<TaskPage['by'], string>>,
  emptyForm: string,
): Promise<void> {
  const browser = await openBrowser();
  try {
    const empty = await watchPage(browser, emptyForm, undefined, ROUNDS);
    const lives: PageLife[] = [];
    for (const { path, by } of TASK_PAGES) {
      lives.push(await watchPage(browser, await addressOf(origin, cookies[by], path), cookies[by], ROUNDS));
    }
    print(empty, lives);
  } finally {
    await browser.close();
  }
}

function print(empty: PageLife, lives: readonly PageLife[]): void {
  const parts = partsOf(lives.map(({ scripts }) => scripts));
  const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(9);
  const ms = (value: number) => value.toFixed(0).padStart(7);
  console.log('\nJavaScript of a live page, KiB gzip; then ms on a processor four times slower');
  console.log(`${'  '.padEnd(28)}   shared  its own in the page   seen  interactive  ÷ empty form`);
  for (const [index, { task }] of TASK_PAGES.entries()) {
    const [life, part] = [lives[index], parts[index]];
    if (!life || !part) continue;
    const share = `${((life.interactiveMs / empty.interactiveMs) * 100).toFixed(0)} %`;
    const sizes = `${kib(part.shared)}${kib(part.own)}${kib(part.inline)}`;
    console.log(`  ${task.padEnd(26)}${sizes}   ${ms(life.seenMs)}${ms(life.interactiveMs)}   ${share.padStart(8)}`);
  }
  const [all] = partsOf([empty.scripts]);
  console.log(
    `  ${'an empty form'.padEnd(26)}${kib((all?.shared ?? 0) + (all?.inline ?? 0))}`.padEnd(59),
    ms(empty.seenMs),
    ms(empty.interactiveMs),
  );
}
