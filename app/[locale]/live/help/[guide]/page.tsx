import type { Metadata } from 'next';
import { connection } from 'next/server';
import { drawContents } from '@/app/[locale]/_contents';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { GuidePage } from '@/app/[locale]/_guide/guide-page';
import { liveGuideMetadata } from '@/app/[locale]/_guide/metadata';
import { KEPT_IN_ADDRESS } from '@/app/[locale]/_task/place';
import { findTaskView } from '@/app/[locale]/_tasks';
import { isGuideId, listParameters } from '@/lib/domain/guides/registry';
import { isGuideView } from '@/lib/domain/guides/views';
import { SOURCE_LOCALE } from '@/lib/i18n/locales';
import { readerOf } from '@/lib/server/guard';
import { findNotice } from '@/lib/server/notices';
import { findSession } from '@/lib/server/session';

type Props = PageProps<'guide'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return liveGuideMetadata(await params);
}

/** The guide for a reader, or for one whose session is gone: with step states and forms. */
export default async function LiveGuide({ params, searchParams }: Props) {
  await connection();
  const { locale: tag, guide: id } = await params;
  const query = await searchParams;
  const locale = requireLocale(tag);
  if (!isGuideId(id)) throw new Error(`No such guide: ${id.slice(0, 40)}`);
  const session = await findSession();
  const reader = session && readerOf(session);
  const place = { locale, path: `/${locale}/help/${id}`, query };
  const task = reader ? await findTaskView(id, reader, place) : null;
  const asked = firstOf(query, 'view');
  const view = locale !== SOURCE_LOCALE && isGuideView(asked) ? asked : undefined;
  const names = [...KEPT_IN_ADDRESS, ...(view ? ['view'] : []), ...listParameters(id)];
  const kept = Object.fromEntries(names.map((name) => [name, firstOf(query, name)]));
  return (
    <GuidePage
      locale={locale}
      id={id}
      view={view}
      session={session ?? null}
      task={task}
      contents={await drawContents(id, { ...place, reader })}
      query={pathWith('', kept)}
      notice={findNotice(firstOf(query, 'notice'))}
    />
  );
}
