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
import { KEPT_IN_ADDRESS } from '@/app/[locale]/_task/place';
import { TaskPanel } from '@/app/[locale]/_task/task-panel';
import { APP_TASK_IDS, viewAppTask } from '@/app/[locale]/_tasks';
import { listActivity } from '@/db/activity';
import { findOfferSummary } from '@/db/offer-texts';
import { findQuantityFacts } from '@/db/quantity-facts';
import { listReceipts } from '@/db/receipts';
import { mayOn, requireReader } from '@/lib/server/guard';
import { findNotice, isWarning } from '@/lib/server/notices';
import { Breadcrumb } from '@/lib/ui/breadcrumb';
import { GuideHead } from '@/lib/ui/guide-head';
import { SplitLayout } from '@/lib/ui/guide-layout';
import { Notice } from '@/lib/ui/notice';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apps');
  return { title: `${t('app')} – Stegvis` };
}

const HISTORY_LENGTH = 30;

/** One app: how it stands, what can be done with it, and what has happened. `?do=` opens one of its tasks. */
export default async function AppPage({ params, searchParams }: PageProps<'id'>) {
  await connection();
  const { locale: tag, id } = await params;
  const query = await searchParams;
  const locale = requireLocale(tag);
  const task = APP_TASK_IDS.find((known) => known === firstOf(query, 'do'));
  const path = `/apps/${id}`;
  const kept = task ? KEPT_IN_ADDRESS.map((name) => [name, firstOf(query, name)] as const) : [];
  const here = pathWith(path, { do: task, ...Object.fromEntries(kept) });
  const reader = await requireReader(locale, `/${locale}${here}`);
  const found = await findQuantityFacts(reader.scope, id);
  if (!found) return <MissingPage locale={locale} session={reader.session} />;
  const { subscription, facts } = found;
  const t = await getTranslations('app');
  const notices = await getTranslations('guide');
  const notice = findNotice(firstOf(query, 'notice'));
  const seesReceipts = mayOn(reader, 'receipt.see', subscription.billingProfileId);
  const receipts = seesReceipts ? await listReceipts(reader.scope, id, HISTORY_LENGTH) : [];
  const activity = await listActivity(reader.scope, { subscriptionId: id, limit: HISTORY_LENGTH });
  const place = { locale, path: `/${locale}${path}`, query };
  return (
    <Frame locale={locale} path={here} session={reader.session} section="apps">
      <SplitLayout
        beside={<AppActions locale={locale} subscription={subscription} open={task} />}
        below={<AppHistory subscription={subscription} activity={activity} receipts={receipts} />}
      >
        <GuideHead
          title={subscription.offer.name}
          lead={await findOfferSummary(reader.scope, subscription.offer.id, locale)}
          breadcrumb={<Breadcrumb label={t('back')} trail={[{ href: `/${locale}/apps`, label: t('back') }]} />}
        >
          {notice ? <Notice isWarning={isWarning(notice)}>{notices(`notices.${notice}`)}</Notice> : null}
          <p className="state-line">
            <SubscriptionState subscription={subscription} /> <NextDay subscription={subscription} />
          </p>
        </GuideHead>
        <AppFacts locale={locale} subscription={subscription} facts={facts} />
        {task ? (
          <TaskPanel
            id={task}
            title={t(`actions.${task}.title`)}
            view={await viewAppTask(task, reader, { ...place, record: { id, task } })}
          />
        ) : null}
      </SplitLayout>
    </Frame>
  );
}
