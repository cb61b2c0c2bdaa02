import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { type DemoMail, listDemoMails } from '@/db/demo-mails';
import { settings } from '@/lib/env';
import { formatInstant } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { findSession, timeZoneOf } from '@/lib/server/session';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { MailText } from './mail-text';

const SHOWN = 100;

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
  return (
    <Frame locale={locale} path="/demo-mailbox" session={session}>
      <GuideHead title={t('title')} lead={t('lead')} />
      <div className="page-narrow">
        {mails.length === 0 ? <EmptyState title={t('empty')} /> : null}
        {mails.map((mail) => (
          <Message
            key={mail.id}
            mail={mail}
            locale={locale}
            timeZone={session ? timeZoneOf(session) : 'Europe/Stockholm'}
          />
        ))}
        {mails.length === SHOWN ? <p className="quiet">{t('latest', { count: SHOWN })}</p> : null}
      </div>
    </Frame>
  );
}

async function Message({ mail, locale, timeZone }: { mail: DemoMail; locale: Locale; timeZone: string }) {
  const t = await getTranslations('demoMailbox');
  return (
    <Slip className="mail">
      <article aria-labelledby={`mail-${mail.id}`}>
        <h2 id={`mail-${mail.id}`} lang={mail.locale}>
          {mail.subject}
        </h2>
        <Pairs>
          <Pair name={t('to')}>{mail.recipient}</Pair>
          <Pair name={t('sent')}>{formatInstant(locale, mail.sentAt, timeZone)}</Pair>
        </Pairs>
        <MailText text={mail.body} locale={mail.locale} siteUrl={settings().siteUrl} />
      </article>
    </Slip>
  );
}
