import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { ClockForm } from '@/app/[locale]/_frame/clock-form';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { CLOCK_MOVE_REFUSALS, MOST_DAYS_AT_ONCE } from '@/lib/domain/clock-move';
import { settings } from '@/lib/env';
import { formatDay } from '@/lib/i18n/formats';
import { demoToday } from '@/lib/server/demo-day';
import { findSession } from '@/lib/server/session';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { GuideHead } from '@/lib/ui/guide-head';
import { Notice } from '@/lib/ui/notice';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clock');
  return { title: t('title'), robots: { index: false } };
}

/** The demo's clock on a page of its own: for visitors, and where a wish could not be understood. */
export default async function DemoClockPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const session = await findSession();
  if (settings().mode !== 'demo') return null;
  const t = await getTranslations('clock');
  const query = await searchParams;
  const date = formatDay(locale, demoToday());
  const notice = (['moved', 'stale'] as const).find((code) => code === firstOf(query, 'notice'));
  const wrong = CLOCK_MOVE_REFUSALS.find((code) => code === firstOf(query, 'wrong'));
  return (
    <Frame locale={locale} path="/demo-clock" session={session}>
      {notice ? <Notice>{t(`notices.${notice}`, { date })}</Notice> : null}
      <GuideHead title={t('title')} lead={t('lead')} />
      <div className="page-narrow">
        <Slip>
          <ErrorSummary
            title={t('errorsTitle')}
            errors={wrong ? [{ fieldId: 'clock-far', text: t(`errors.${wrong}`, { most: MOST_DAYS_AT_ONCE }) }] : []}
          />
          <Pairs>
            <Pair name={t('todayName')}>{date}</Pair>
          </Pairs>
          <ClockForm
            locale={locale}
            back={firstOf(query, 'back') ?? ''}
            typed={wrong && firstOf(query, 'far')}
            wrong={wrong}
          />
        </Slip>
        <p className="hint">{t('onlyForward')}</p>
      </div>
    </Frame>
  );
}
