import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { QuantityFigures } from '@/app/[locale]/_tasks/change-license-quantity/quantity-figures';
import type { Receipt } from '@/db/receipts';
import { formatDay, formatInstant, formatList } from '@/lib/i18n/formats';
import { mayOn, requireReader } from '@/lib/server/guard';
import { findReadableReceipt } from '@/lib/server/readable-record';
import { ButtonLink } from '@/lib/ui/button';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { ReceiptSheet } from '@/lib/ui/receipt-sheet';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: `${t('receipts')} – Stegvis` };
}

/** The proof of an act, written out anew in whichever language it is read. */
export default async function ReceiptPage({ params }: Pick<PageProps<'id'>, 'params'>) {
  await connection();
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const reader = await requireReader(locale, `/${locale}/receipts/${id}`);
  const receipt = await findReadableReceipt(reader, id);
  if (!receipt) return <MissingPage locale={locale} session={reader.session} />;
  const t = await getTranslations('receipts');
  const names = await getTranslations('subscription');
  const { facts, act } = receipt;
  const time = formatInstant(locale, receipt.createdAt, facts.timeZone);
  return (
    <Frame locale={locale} path={`/receipts/${id}`} session={reader.session} section="apps">
      <div className="receipt-page">
        <ReceiptSheet
          title={t(`titles.${act}`, { quantity: facts.to, date: formatDay(locale, facts.effectiveOn) })}
          reference={t('reference', { reference: receipt.reference, time })}
          next={<NextSteps receipt={receipt} locale={locale} />}
          tools={<p className="small quiet">{t('print')}</p>}
        >
          <Pairs>
            <Pair name={t('app')}>{names('appAndPlan', { app: facts.appName, plan: facts.planName })}</Pair>
            <Pair name={t('change')}>{t('changeOf', { from: facts.from, to: facts.to })}</Pair>
            <QuantityFigures figures={facts} act={act} isDone />
            {facts.documentNumber ? (
              <Pair name={facts.credit ? t('document.credit') : t('document.invoice')}>
                {receipt.documentId && mayOn(reader, 'invoice.see', receipt.billingProfileId) ? (
                  <a href={`/${locale}/billing/invoices/${receipt.documentId}`}>{facts.documentNumber}</a>
                ) : (
                  facts.documentNumber
                )}
              </Pair>
            ) : null}
            <Pair name={t('by')}>{receipt.personName}</Pair>
            <Pair name={t('sentTo')}>{formatList(locale, facts.recipients)}</Pair>
          </Pairs>
        </ReceiptSheet>
      </div>
    </Frame>
  );
}

async function NextSteps({ receipt, locale }: { receipt: Receipt; locale: string }) {
  const t = await getTranslations('receipts');
  const { facts, act, subscriptionId } = receipt;
  return (
    <>
      <h2>{t('next.title')}</h2>
      <p>{t(`next.${act}`, { publisher: facts.publisherName, date: formatDay(locale, facts.effectiveOn) })}</p>
      <div className="actions">
        <ButtonLink href={`/${locale}/apps/${subscriptionId}`}>{t('toApp', { app: facts.appName })}</ButtonLink>
      </div>
    </>
  );
}
