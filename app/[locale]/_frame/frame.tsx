import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { siteMode } from '@/lib/env';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { formatLanguage } from '@/lib/i18n/names';
import { staffMemberOf } from '@/lib/server/guard';
import type { Session } from '@/lib/server/session';
import { LanguageMenu } from '@/lib/ui/language-menu';
import { PageFrame, type Section } from '@/lib/ui/page-frame';
import { DemoClock } from './demo-clock';
import { LanguageOffer } from './language-offer';

type Props = {
  readonly locale: Locale;
  /** The page's own path below the locale, with its query where it has one. */
  readonly path: string;
  readonly session: Session | undefined;
  readonly section?: Section;
  readonly searchQuery?: string;
  /** Locales in which this page is really written; all, unless it is a guide. */
  readonly writtenIn?: readonly Locale[];
  /** Made at build, the same for all: nothing of a request may stand on it. */
  readonly isForAll?: boolean;
  readonly children: ReactNode;
};

const OF_READERS = ['apps', 'billing', 'activity'] as const;

/** The frame around every page: the same in each, but for who is signed in. */
export function Frame(props: Props) {
  const { locale, path, session, section, searchQuery, writtenIn = LOCALES, isForAll = false, children } = props;
  const t = useTranslations('frame');
  const isDemo = siteMode() === 'demo';
  const isStaffOnly = session !== undefined && !session.organization && session.staffRoles.length > 0;
  const link = (tag: Locale) => ({ tag, name: formatLanguage(tag), href: inLanguage(tag, path) });
  const signIn = path.startsWith('/sign-in')
    ? `/${locale}/sign-in`
    : `/${locale}/sign-in?to=${encodeURIComponent(`/${locale}${path}`)}`;
  return (
    <PageFrame
      locale={locale}
      current={section}
      nav={[
        { section: 'help', href: `/${locale}/help`, label: t('help') },
        ...(isStaffOnly
          ? []
          : OF_READERS.map((each) => ({ section: each, href: `/${locale}/${each}`, label: t(each) }))),
        ...(session?.organization ? [{ section: 'team' as const, href: `/${locale}/team`, label: t('team') }] : []),
        ...(session && staffMemberOf(session, 'payment.book')
          ? [{ section: 'biller' as const, href: `/${locale}/biller`, label: t('biller') }]
          : []),
      ]}
      account={
        session ? (
          <a href={`/${locale}/account`} title={session.email}>
            {session.organization?.name ?? session.name}
          </a>
        ) : (
          <a href={signIn}>{t('signIn')}</a>
        )
      }
      languageMenu={
        <LanguageMenu
          label={t('language')}
          currentTag={locale}
          links={writtenIn.map(link)}
          notYet={{ title: t('notYetIn'), links: LOCALES.filter((tag) => !writtenIn.includes(tag)).map(link) }}
        />
      }
      searchAction={`/${locale}/help/search`}
      searchQuery={searchQuery}
      demoNotice={
        isDemo ? (
          <>
            <span>{t('demo')}</span> <a href={`/${locale}/demo-mailbox`}>{t('demoMailbox')}</a>{' '}
            <DemoTime locale={locale} path={path} session={session} />
          </>
        ) : undefined
      }
      offer={
        isForAll ? null : (
          <LanguageOffer
            locale={locale}
            personLocale={session?.locale ?? undefined}
            inLanguage={(tag) => inLanguage(tag, path)}
          />
        )
      }
      footLinks={[{ href: `/${locale}/help`, label: t('help') }]}
    >
      {children}
    </PageFrame>
  );
}

/** Pages for visitors may have been made at build, long before the day they are read on: those lead to the clock's page. */
function DemoTime({ locale, path, session }: Pick<Props, 'locale' | 'path' | 'session'>) {
  const t = useTranslations('clock');
  if (path === '/demo-clock') return null;
  return session ? (
    <DemoClock locale={locale} back={`/${locale}${path}`} />
  ) : (
    <a className="demo-clock-link" href={`/${locale}/demo-clock`}>
      {t('move')}
    </a>
  );
}

/** The same page in another language, as the reader's explicit choice. */
function inLanguage(tag: Locale, path: string): string {
  return `/${tag}${path}${path.includes('?') ? '&' : '?'}hl=${tag}`;
}
