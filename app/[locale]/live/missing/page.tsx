import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { suggestGuides } from '@/lib/guides/suggest';
import { findAskedPath } from '@/lib/server/asked-path';
import { findSession } from '@/lib/server/session';

/** Behind every address that the proxy does not know; it answers with status 404. */
export default async function Missing({ params }: Pick<PageProps, 'params'>) {
  await connection();
  const locale = requireLocale((await params).locale);
  const t = await getTranslations('missing');
  const suggestions = suggestGuides(locale, await findAskedPath());
  // Next leaves a page's own metadata out of an answer that has status 404.
  return (
    <>
      <title>{`${t('title')} – Stegvis`}</title>
      <meta name="robots" content="noindex" />
      <MissingPage locale={locale} session={await findSession()} suggestions={suggestions} />
    </>
  );
}
