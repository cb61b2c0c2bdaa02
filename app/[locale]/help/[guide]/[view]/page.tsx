import type { Metadata } from 'next';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { twinMetadata } from '@/app/[locale]/_guide/metadata';
import { StaticGuidePage } from '@/app/[locale]/_guide/static-guide-page';
import { GUIDES } from '@/lib/domain/guides/registry';
import { GUIDE_VIEWS, isGuideView } from '@/lib/domain/guides/views';

export const dynamicParams = false;

/** In the source's own language too, where nothing leads to them: Next makes none at all if one locale has none. */
export function generateStaticParams() {
  return GUIDES.flatMap(({ id }) => GUIDE_VIEWS.map((view) => ({ guide: id, view })));
}

type Props = Pick<PageProps<'guide' | 'view'>, 'params'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return twinMetadata(await params);
}

/** What `?view=` shows a visitor: no address of its own, `proxy.ts` leads here. */
export default async function GuideTwin({ params }: Props) {
  const { locale, guide, view } = await params;
  if (!isGuideView(view)) throw new Error(`No such view: ${view.slice(0, 40)}`);
  return <StaticGuidePage locale={requireLocale(locale)} id={guide} view={view} />;
}
