import type { Metadata } from 'next';
import { after, connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { listSubscriptionChoices, type SubscriptionChoice } from '@/db/subscriptions';
import { findOwnAct } from '@/lib/domain/guides/own-acts';
import { findGuide } from '@/lib/domain/guides/registry';
import { type GuideHit, searchGuides } from '@/lib/guides/search';
import type { Locale } from '@/lib/i18n/locales';
import { mayOn, type Reader, readerOf } from '@/lib/server/guard';
import { countSearchMiss } from '@/lib/server/search-miss';
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
  if (query && hits.length === 0) after(() => countSearchMiss(locale, query));
  const own = reader ? await listSubscriptionChoices(reader.scope) : [];
  const results = hits.map((hit) => resultOf(locale, hit, reader && findOwnApp(hit, reader, own), t));
  // What the reader can do with an app of their own comes first; within that, what answers best.
  const ordered = [...results.filter(({ act }) => act), ...results.filter(({ act }) => !act)];
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
      {hits.length > 0 ? <SearchResults results={ordered} /> : null}
      {query && hits.length === 0 ? (
        <EmptyState title={t('nothing')} text={t('nothingHint')}>
          <a href={`/${locale}/help`}>{t('allGuides')}</a>
        </EmptyState>
      ) : null}
    </Frame>
  );
}

type Say = (key: 'doFor', names: { app: string }) => string;

function resultOf(locale: Locale, hit: GuideHit, app: SubscriptionChoice | undefined, t: Say) {
  const { guideId } = hit;
  const guide = `/${locale}/help/${guideId}`;
  const href = `${guide}${hit.anchor ? `#${hit.anchor}` : ''}`;
  const title = hit.partTitle ? `${hit.title}: ${hit.partTitle}` : hit.title;
  const act = app && {
    href: `${pathWith(guide, { app: app.id })}#${findOwnAct(guideId)?.step}`,
    label: t('doFor', { app: app.offer.name }),
  };
  return { href, title, text: hit.snippet, act };
}

/** The first own app that the guide's task can be done with, by somebody with the reader's roles. */
function findOwnApp({ guideId }: GuideHit, reader: Reader, own: readonly SubscriptionChoice[]) {
  const act = findOwnAct(guideId);
  const step = findGuide(guideId)?.steps.find(({ id }) => id === act?.step);
  if (!act || !step) return undefined;
  return own.find(
    ({ state, plan, billingProfileId }) =>
      act.fits({ state, pricing: plan.pricing }) &&
      step.permissions.some((permission) => mayOn(reader, permission, billingProfileId)),
  );
}
