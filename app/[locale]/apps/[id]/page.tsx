import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { AppActions } from '@/app/[locale]/_apps/app-actions';
import { AppFacts } from '@/app/[locale]/_apps/app-facts';
import { AppHistory } from '@/app/[locale]/_apps/app-history';
import { NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { QuantityPanel } from '@/app/[locale]/_tasks/change-license-quantity/panel';
import { findChosen } from '@/app/[locale]/_tasks/change-license-quantity/situation';
import { listActivity } from '@/db/activity';
import { findOfferSummary } from '@/db/offer-texts';
import { listReceipts } from '@/db/receipts';
import { mayOn, requireReader } from '@/lib/server/guard';
import { findNotice } from '@/lib/server/notices';
import { Breadcrumb } from '@/lib/ui/breadcrumb';
import { GuideHead } from '@/lib/ui/guide-head';
import { SplitLayout } from '@/lib/ui/guide-layout';
import { Notice } from '@/lib/ui/notice';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apps');
  return { title: `${t('app')} – Stegvis` };
}

const HISTORY_LENGTH = 30;

/** One app: how it stands, what can be done with it, and what has happened. */
export default async function AppPage({ params, searchParams }: PageProps<'id'>) {
  await connection();
  const { locale: tag, id } = await params;
  const query = await searchParams;
  const locale = requireLocale(tag);
  const preview = firstOf(query, 'preview');
  const path = pathWith(`/apps/${id}`, { preview });
  const reader = await requireReader(locale, `/${locale}${path}`);
  const chosen = await findChosen(reader, id, preview);
  if (!chosen) return <MissingPage locale={locale} session={reader.session} />;
  const { subscription } = chosen;
  const t = await getTranslations('app');
  const notices = await getTranslations('guide');
  const notice = findNotice(firstOf(query, 'notice'));
  const seesReceipts = mayOn(reader, 'receipt.see', subscription.billingProfileId);
  const receipts = seesReceipts ? await listReceipts(reader.scope, id, HISTORY_LENGTH) : [];
  const activity = await listActivity(reader.scope, { subscriptionId: id, limit: HISTORY_LENGTH });
  return (
    <Frame locale={locale} path={path} session={reader.session} section="apps">
      <SplitLayout
        beside={<AppActions locale={locale} subscription={subscription} />}
        below={<AppHistory subscription={subscription} activity={activity} receipts={receipts} />}
      >
        <GuideHead
          title={subscription.offer.name}
          lead={await findOfferSummary(reader.scope, subscription.offer.id, locale)}
          breadcrumb={<Breadcrumb label={t('back')} trail={[{ href: `/${locale}/apps`, label: t('back') }]} />}
        >
          {notice ? <Notice>{notices(`notices.${notice}`)}</Notice> : null}
          <p className="state-line">
            <SubscriptionState subscription={subscription} /> <NextDay subscription={subscription} />
          </p>
        </GuideHead>
        <AppFacts locale={locale} chosen={chosen} />
        <QuantityPanel
          reader={reader}
          chosen={chosen}
          path={`/${locale}/apps/${id}`}
          preview={preview}
          kept={firstOf(query, 'kept')}
        />
      </SplitLayout>
    </Frame>
  );
}
