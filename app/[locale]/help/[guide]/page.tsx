import type { Metadata } from 'next';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { guideMetadata } from '@/app/[locale]/_guide/metadata';
import { StaticGuidePage } from '@/app/[locale]/_guide/static-guide-page';
import { GUIDES } from '@/lib/domain/guides/registry';

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
  const { locale, guide } = await params;
  return <StaticGuidePage locale={requireLocale(locale)} id={guide} />;
}
