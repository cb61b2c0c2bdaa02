import type { Metadata } from 'next';
import { drawContents } from '@/app/[locale]/_contents';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { GuidePage } from '@/app/[locale]/_guide/guide-page';
import { guideMetadata } from '@/app/[locale]/_guide/metadata';
import { GUIDES, isGuideId } from '@/lib/domain/guides/registry';
import { loadGuide } from '@/lib/guides/load';

export const dynamicParams = false;

export function generateStaticParams() {
  return GUIDES.map(({ id }) => ({ guide: id }));
}

type Props = Pick<PageProps<'guide'>, 'params'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return guideMetadata(await params);
}

/** For visitors: made at build, the same for all, without scripts. */
export default async function StaticGuide({ params }: Props) {
  const { locale: tag, guide: id } = await params;
  const locale = requireLocale(tag);
  if (!isGuideId(id)) throw new Error(`No such guide: ${id.slice(0, 40)}`);
  const contents = await drawContents(id, { locale, path: `/${locale}/help/${id}`, query: {}, reader: undefined });
  return <GuidePage locale={locale} guide={loadGuide(locale, id)} session={null} task={null} contents={contents} />;
}
