import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { listSubscriptions, type Subscription } from '@/db/subscriptions';
import { type GuideHit, searchGuides } from '@/lib/guides/search';
import type { Locale } from '@/lib/i18n/locales';
import { readerOf } from '@/lib/server/guard';
import { findSession } from '@/lib/server/session';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';
import { SearchResults } from '@/lib/ui/search-results';

const LONGEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('title'), robots: { index: false } };
}

/** Search results: a task comes with a link that opens it for an app of the reader's own. */
export default async function Search({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = (firstOf(await searchParams, 'q') ?? '').slice(0, LONGEST).trim();
  const t = await getTranslations('search');
  const chrome = await getTranslations('chrome');
  const session = await findSession();
  const reader = session && readerOf(session);
  const hits = searchGuides(locale, query);
  const own = reader ? await listSubscriptions(reader.scope) : [];
  const results = hits.map((hit) =>
    resultOf(
      locale,
      hit,
      findAct(locale, hit, own, (app) => t('doFor', { app })),
    ),
  );
  const path = pathWith('/help/search', { q: query || undefined });
  return (
    <Frame locale={locale} path={path} session={session} section="help" searchQuery={query}>
      <GuideHead
        title={query ? t('resultsFor', { query }) : t('title')}
        lead={query ? t('count', { count: hits.length }) : undefined}
      >
        <SearchForm
          action={`/${locale}/help/search`}
          label={chrome('search')}
          submitLabel={chrome('searchSubmit')}
          query={query}
          isLarge
        />
      </GuideHead>
      {hits.length > 0 ? <SearchResults results={results} /> : null}
      {query && hits.length === 0 ? (
        <EmptyState title={t('nothing')} text={t('nothingHint')}>
          <a href={`/${locale}/help`}>{t('allGuides')}</a>
        </EmptyState>
      ) : null}
    </Frame>
  );
}

function resultOf(locale: Locale, hit: GuideHit, act: { href: string; label: string } | undefined) {
  const href = `/${locale}/help/${hit.guideId}${hit.anchor ? `#${hit.anchor}` : ''}`;
  const title = hit.partTitle ? `${hit.title}: ${hit.partTitle}` : hit.title;
  return { href, title, text: hit.snippet, act };
}

/** The first own app that the guide's task can be done with. */
function findAct(locale: Locale, { guideId }: GuideHit, own: readonly Subscription[], label: (app: string) => string) {
  if (guideId !== 'change-license-quantity') return undefined;
  const fit = own.find(({ state, plan }) => state === 'active' && plan.pricing === 'per_license');
  if (!fit) return undefined;
  return { href: `/${locale}/help/${guideId}?app=${fit.id}#choose-quantity`, label: label(fit.offer.name) };
}
