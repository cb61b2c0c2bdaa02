import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { type DemoMail, listDemoMails } from '@/db/demo-mails';
import { settings } from '@/lib/env';
import { formatInstant } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { findSession, timeZoneOf } from '@/lib/server/session';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';
import { MailText } from './mail-text';

const SHOWN = 100;
/** What came a moment ago is what one has come for: it lies open, like the newest. */
const NEW_MS = 10 * 60_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demoMailbox');
  return { title: t('title'), robots: { index: false } };
}

export default async function DemoMailboxPage({ params }: Pick<PageProps, 'params'>) {
  await connection();
  const locale = requireLocale((await params).locale);
  const session = await findSession();
  if (settings().mode !== 'demo') return null;
  const t = await getTranslations('demoMailbox');
  const mails = await listDemoMails(SHOWN);
  const now = nowAt();
  return (
    <Frame locale={locale} path="/demo-mailbox" session={session}>
      <GuideHead title={t('title')} lead={t('lead')} />
      <div className="page-narrow mailbox">
        {mails.length === 0 ? <EmptyState title={t('empty')} /> : null}
        {mails.map((mail, index) => (
          <Message
            key={mail.id}
            mail={mail}
            isOpen={index === 0 || now - mail.sentAt < NEW_MS}
            locale={locale}
            timeZone={session ? timeZoneOf(session) : 'Europe/Stockholm'}
          />
        ))}
        {mails.length === SHOWN ? <p className="quiet">{t('latest', { count: SHOWN })}</p> : null}
      </div>
    </Frame>
  );
}

type MessageProps = {
  readonly mail: DemoMail;
  readonly isOpen: boolean;
  readonly locale: Locale;
  readonly timeZone: string;
};

function Message({ mail, isOpen, locale, timeZone }: MessageProps) {
  return (
    <article aria-labelledby={`mail-${mail.id}`}>
      <details className="mail" open={isOpen}>
        <summary>
          <h2 id={`mail-${mail.id}`} lang={mail.locale}>
            {mail.subject}
          </h2>
          <span className="mail-about">
            <span>{mail.recipient}</span>
            <span>{formatInstant(locale, mail.sentAt, timeZone)}</span>
          </span>
        </summary>
        <MailText text={mail.body} locale={mail.locale} siteUrl={settings().siteUrl} />
      </details>
    </article>
  );
}
