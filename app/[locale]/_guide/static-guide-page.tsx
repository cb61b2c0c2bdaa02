import { drawContents } from '@/app/[locale]/_contents';
import { isGuideId } from '@/lib/domain/guides/registry';
import type { GuideView } from '@/lib/domain/guides/views';
import type { Locale } from '@/lib/i18n/locales';
import { GuidePage } from './guide-page';

/** A guide as every visitor sees it. */
export async function StaticGuidePage({
  locale,
  id,
  view,
}: {
  readonly locale: Locale;
  readonly id: string;
  readonly view?: GuideView;
}) {
  if (!isGuideId(id)) throw new Error(`No such guide: ${id.slice(0, 40)}`);
  const contents = await drawContents(id, { locale, path: `/${locale}/help/${id}`, query: {}, reader: undefined });
  const query = view ? `?view=${view}` : '';
  return <GuidePage locale={locale} id={id} view={view} session={null} task={null} contents={contents} query={query} />;
}
