import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Frame } from '@/app/[locale]/_frame/frame';
import type { TaskView } from '@/app/[locale]/_task/view';
import { groupsOf } from '@/lib/domain/guides/regions';
import { GUIDES, type GuideId } from '@/lib/domain/guides/registry';
import type { GuideView } from '@/lib/domain/guides/views';
import type { Guide } from '@/lib/guides/load';
import { loadGuide } from '@/lib/guides/load';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { isWarning, type NoticeCode } from '@/lib/server/notices';
import type { Session } from '@/lib/server/session';
import { Breadcrumb } from '@/lib/ui/breadcrumb';
import { ButtonLink } from '@/lib/ui/button';
import { ContextLine } from '@/lib/ui/context-line';
import { GuideHead } from '@/lib/ui/guide-head';
import { GuideLayout } from '@/lib/ui/guide-layout';
import { Notice } from '@/lib/ui/notice';
import { SideList } from '@/lib/ui/side-list';
import { Slip } from '@/lib/ui/slip';
import { GuideFoot } from './guide-foot';
import { foreign, type GuideText } from './guide-text';
import { PortalTable } from './portal-table';
import { GuideSections } from './sections';
import { GuideSteps } from './steps';
import { StructuredData } from './structured-data';
import { ViewLinks } from './view-links';

export type GuidePageProps = {
  readonly locale: Locale;
  readonly id: GuideId;
  /** Undefined: in the page's own language. */
  readonly view: GuideView | undefined;
  /** Null for everybody who is not signed in: one page for all of them. */
  readonly session: Session | null;
  /** Present exactly when a reader is signed in and the guide performs a task. */
  readonly task: TaskView | null;
  /** What stands below the words of a section, by its id. */
  readonly contents: Readonly<Record<string, ReactNode>>;
  readonly query?: string;
  readonly notice?: NoticeCode | undefined;
};

/** A guide, for visitors at build and for a reader at request time: the same component, with or without a reader. */
export function GuidePage({ locale, id, view, session, task, contents, query = '', notice }: GuidePageProps) {
  const t = useTranslations('guide');
  const organization = session?.organization;
  const region = organization ? { country: organization.country, groups: groupsOf(organization.country) } : null;
  const guide = loadGuide(view === 'source' ? SOURCE_LOCALE : locale, id);
  const source = view === 'both' ? loadGuide(SOURCE_LOCALE, id) : undefined;
  const text: GuideText = { locale, region, policy: task?.policy, source };
  const path = `/help/${guide.id}`;
  return (
    <Frame
      locale={locale}
      path={path + query}
      session={session ?? undefined}
      section="help"
      isForAll={session === null}
    >
      <GuideLayout
        side={<SideList title={t('guides')} links={listGuideLinks(locale, guide)} />}
        aside={<GuideAside locale={locale} guide={guide} />}
      >
        <GuideHead
          title={guide.title}
          lead={guide.promise}
          lang={foreign(guide.lang, locale)}
          breadcrumb={
            <Breadcrumb
              label={t('breadcrumb')}
              trail={[{ href: `/${locale}/help`, label: t('help') }, { label: guide.title }]}
            />
          }
        >
          <ViewLinks locale={locale} guide={guide} view={view} query={query} />
          {notice ? <Notice isWarning={isWarning(notice)}>{t(`notices.${notice}`)}</Notice> : null}
          <GuideContext locale={locale} guide={guide} task={task} isSignedIn={session !== null} />
          {guide.kind === 'task' ? <PortalTable /> : null}
        </GuideHead>
        <GuideSections guide={guide} place="before" text={text} contents={contents} />
        <GuideSteps
          guide={guide}
          text={text}
          task={task}
          signIn={session === null ? <SignInSlip locale={locale} guide={guide} /> : null}
        />
        <GuideSections guide={guide} place="after" text={text} contents={contents} />
        <GuideFoot locale={locale} guide={guide} />
      </GuideLayout>
      {session === null ? <StructuredData locale={locale} guide={guide} /> : null}
    </Frame>
  );
}

function GuideContext({
  locale,
  guide,
  task,
  isSignedIn,
}: {
  locale: Locale;
  guide: Guide;
  task: TaskView | null;
  isSignedIn: boolean;
}) {
  const t = useTranslations('guide');
  if (task) return <ContextLine end={task.contextEnd}>{task.context}</ContextLine>;
  if (guide.kind === 'reference' || isSignedIn) return null;
  return (
    <ContextLine end={<a href={signInHref(locale, guide)}>{t('signIn')}</a>}>
      <span>{t('signInPromise')}</span>
    </ContextLine>
  );
}

function SignInSlip({ locale, guide }: { locale: Locale; guide: Guide }) {
  const t = useTranslations('guide');
  return (
    <Slip>
      <p>{t('signInToAct')}</p>
      <div className="actions">
        <ButtonLink kind="primary" href={signInHref(locale, guide)}>
          {t('signInAndContinue')}
        </ButtonLink>
      </div>
    </Slip>
  );
}

/** Signing in leads back to the first step that has a form. */
function signInHref(locale: Locale, guide: Guide): string {
  const step = guide.steps.find(({ task }) => task !== null);
  const at = step ? `&at=${step.id}` : '';
  return `/${locale}/sign-in?to=${encodeURIComponent(`/${locale}/help/${guide.id}`)}${at}`;
}

function GuideAside({ locale, guide }: { locale: Locale; guide: Guide }) {
  const t = useTranslations('guide');
  const links = guide.headings.map(({ id, title, lang }) => ({
    href: `#${id}`,
    label: title,
    lang: foreign(lang, locale),
  }));
  return <SideList title={t('inThisArticle')} links={links} />;
}

function listGuideLinks(locale: Locale, current: Guide) {
  return GUIDES.map(({ id }) => {
    const { title, lang } = loadGuide(locale, id);
    const isCurrent = id === current.id ? ('page' as const) : undefined;
    return { href: `/${locale}/help/${id}`, label: title, current: isCurrent, lang: foreign(lang, locale) };
  });
}
