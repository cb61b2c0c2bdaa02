import type { PageProps } from '@/app/[locale]/_frame/page-props';
import type { TaskView } from '@/app/[locale]/_guide/task-view';
import type { GuideId } from '@/lib/domain/guides/registry';
import type { Locale } from '@/lib/i18n/locales';
import type { Reader } from '@/lib/server/guard';

/** Where a task's forms stand: the page's own path, and what its address says. */
export type TaskPlace = {
  readonly locale: Locale;
  readonly path: string;
  readonly query: Awaited<PageProps['searchParams']>;
};

type ViewTask = (reader: Reader, place: TaskPlace) => Promise<TaskView>;

/** Every guide and the task it performs, loaded when a page needs it; null for a guide that is only read. */
const TASK_OF_GUIDE: Readonly<Record<GuideId, null | (() => Promise<ViewTask>)>> = {
  'manage-third-party-apps': null,
  'supported-regions': null,
  'change-license-quantity': async () => (await import('./change-license-quantity/view')).viewLicenseQuantity,
};

/** What the guide's task adds for this reader; null where the guide performs none. */
export async function findTaskView(guide: GuideId, reader: Reader, place: TaskPlace): Promise<TaskView | null> {
  const load = TASK_OF_GUIDE[guide];
  return load ? (await load())(reader, place) : null;
}
