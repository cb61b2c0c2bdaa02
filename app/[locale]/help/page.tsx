import type { Metadata } from 'next';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { HomePage } from '@/app/[locale]/_home/home-page';
import { homeMetadata } from '@/app/[locale]/_home/metadata';

type Props = Pick<PageProps, 'params'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return homeMetadata(await params);
}

/** For visitors: made at build, without scripts. */
export default async function StaticHome({ params }: Props) {
  return <HomePage locale={requireLocale((await params).locale)} session={null} attention={null} />;
}
