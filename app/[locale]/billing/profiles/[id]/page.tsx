import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Colleagues } from '@/app/[locale]/_billing/colleagues';
import { DocumentList } from '@/app/[locale]/_billing/document-list';
import { findDocumentFilter, findPageNumber, sumDue } from '@/app/[locale]/_billing/document-selection';
import { DueLine } from '@/app/[locale]/_billing/due-line';
import { PeriodForm } from '@/app/[locale]/_billing/period-form';
import { ProfileActions } from '@/app/[locale]/_billing/profile-actions';
import { ProfileApps } from '@/app/[locale]/_billing/profile-apps';
import { ProfileFacts } from '@/app/[locale]/_billing/profile-facts';
import { WaitingLines } from '@/app/[locale]/_billing/waiting-lines';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { TaskPanel } from '@/app/[locale]/_task/task-panel';
import { PROFILE_TASK_IDS, viewProfileTask } from '@/app/[locale]/_tasks';
import { type BillingProfile, listInvoiceRecipients } from '@/db/billing-profiles';
import { listColleaguesWithRole, type RoleHolder } from '@/db/colleagues';
import { listDocuments, listWaitingLines } from '@/db/invoices';
import { listSubscriptionsOfProfile } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { requireCurrency } from '@/lib/domain/money';
import { PROFILE_ROLES } from '@/lib/domain/roles';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { mayOn, requireReader } from '@/lib/server/guard';
import { findNotice, isWarning } from '@/lib/server/notices';
import { findReadableBillingProfile } from '@/lib/server/readable-record';
import { Breadcrumb } from '@/lib/ui/breadcrumb';
import { GuideHead } from '@/lib/ui/guide-head';
import { SplitLayout } from '@/lib/ui/guide-layout';
import { Notice } from '@/lib/ui/notice';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('billing');
  return { title: `${t('profile')} – Stegvis` };
}

/** One billing profile: what it says of itself, what can be done with it, its invoices and its apps. */
export default async function ProfilePage({ params, searchParams }: PageProps<'id'>) {
  await connection();
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const query = await searchParams;
  const filter = findDocumentFilter(firstOf(query, 'show'));
  const pageNumber = findPageNumber(firstOf(query, 'page'));
  const task = PROFILE_TASK_IDS.find((known) => known === firstOf(query, 'do'));
  const own = `/billing/profiles/${id}`;
  const path = pathWith(own, {
    do: task,
    own: task && firstOf(query, 'own'),
    preview: task && firstOf(query, 'preview'),
    setup: task && firstOf(query, 'setup'),
    show: filter === 'all' ? undefined : filter,
    page: pageNumber === 1 ? undefined : `${pageNumber}`,
  });
  const reader = await requireReader(locale, `/${locale}${path}`);
  const profile = await findReadableBillingProfile(reader, id);
  if (!profile) return <MissingPage locale={locale} session={reader.session} />;
  const { scope } = reader;
  const colleagues = await listColleaguesWithRole(scope, id, PROFILE_ROLES);
  if (!mayOn(reader, 'profile.see', id)) {
    return (
      <Frame locale={locale} path={path} session={reader.session} section="billing">
        <NameOnly locale={locale} profile={profile} colleagues={colleagues} />
      </Frame>
    );
  }
  const documents = mayOn(reader, 'invoice.see', id) ? await listDocuments(scope, [id]) : [];
  const waiting = await listWaitingLines(scope, id);
  const subscriptions = await listSubscriptionsOfProfile(scope, id);
  const today = dayIn(profile.timeZone, nowAt());
  const currency = requireCurrency(profile.currency);
  const t = await getTranslations('billing');
  const notices = await getTranslations('guide');
  const notice = findNotice(firstOf(query, 'notice'));
  const place = { locale, path: `/${locale}${own}`, query };
  return (
    <Frame locale={locale} path={path} session={reader.session} section="billing">
      <SplitLayout
        beside={
          <ProfileActions profileId={id} open={task} documents={documents} subscriptionCount={subscriptions.length} />
        }
      >
        <ProfileHead locale={locale} name={profile.name}>
          {notice ? <Notice isWarning={isWarning(notice)}>{notices(`notices.${notice}`)}</Notice> : null}
          <p className="state-line">
            <DueLine sums={sumDue(documents, today)} currency={currency} />
          </p>
        </ProfileHead>
        <ProfileFacts
          profile={profile}
          organizationName={reader.organization.name}
          recipients={await listInvoiceRecipients(scope, id)}
          colleagues={colleagues}
        />
        {task ? (
          <TaskPanel
            id={task}
            title={t(`actions.${task}.title`)}
            view={await viewProfileTask(task, reader, { ...place, record: { id, task } })}
          />
        ) : null}
      </SplitLayout>
      <DocumentList
        path={place.path}
        documents={documents}
        settlement={profile.settlement}
        filter={filter}
        pageNumber={pageNumber}
        today={today}
      />
      <PeriodForm
        path={place.path}
        issuedOn={documents.map(({ issuedOn }) => issuedOn)}
        asked={{ from: firstOf(query, 'from'), to: firstOf(query, 'to'), refused: firstOf(query, 'refused') }}
      />
      {waiting.length > 0 ? <WaitingLines lines={waiting} currency={currency} /> : null}
      <ProfileApps subscriptions={subscriptions} />
    </Frame>
  );
}

async function ProfileHead({ locale, name, children }: { locale: Locale; name: string; children: ReactNode }) {
  const t = await getTranslations('billing');
  return (
    <GuideHead
      title={name}
      lead={t('profileLead')}
      breadcrumb={<Breadcrumb label={t('back')} trail={[{ href: `/${locale}/billing`, label: t('title') }]} />}
    >
      {children}
    </GuideHead>
  );
}

type NameOnlyProps = { locale: Locale; profile: BillingProfile; colleagues: readonly RoleHolder[] };

/** For a member without a role on it: the name, and whom to ask. */
async function NameOnly({ locale, profile, colleagues }: NameOnlyProps) {
  const t = await getTranslations('billing');
  return (
    <>
      <ProfileHead locale={locale} name={profile.name}>
        <p className="state-line">{t('nameOnly')}</p>
      </ProfileHead>
      <section aria-labelledby="colleagues">
        <h2 id="colleagues">{t('whoHasRole')}</h2>
        <Colleagues people={colleagues} />
      </section>
    </>
  );
}
