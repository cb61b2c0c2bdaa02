import type { FormPlace } from '@/lib/server/action';
import type { NoticeCode } from '@/lib/server/notices';

/** The page the form stood on, now with a stored review to look at. */
export function reviewPath({ here }: FormPlace, preview: string, notice: NoticeCode | undefined): string {
  const url = new URL(here, 'http://own.invalid');
  for (const name of ['kept', 'notice']) url.searchParams.delete(name);
  url.searchParams.set('preview', preview);
  if (notice) url.searchParams.set('notice', notice);
  return `${url.pathname}${url.search}#review`;
}
