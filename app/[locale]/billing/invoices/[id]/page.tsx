import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Address } from '@/app/[locale]/_billing/address';
import { DocumentState } from '@/app/[locale]/_billing/document-state';
import { Downloads } from '@/app/[locale]/_billing/downloads';
import { InvoiceFacts, InvoiceParties } from '@/app/[locale]/_billing/invoice-facts';
import { InvoiceLines } from '@/app/[locale]/_billing/invoice-lines';
import { InvoicePayment } from '@/app/[locale]/_billing/invoice-payment';
import { InvoicePublishers } from '@/app/[locale]/_billing/invoice-publishers';
import { InvoiceSums } from '@/app/[locale]/_billing/invoice-sums';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { TaskPanel } from '@/app/[locale]/_task/task-panel';
import { viewInvoicePayment } from '@/app/[locale]/_tasks';
import { dayIn } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { nowAt } from '@/lib/server/clock';
import { requireReader } from '@/lib/server/guard';
import { findNotice, isWarning } from '@/lib/server/notices';
import { findReadableInvoice } from '@/lib/server/readable-record';
import { Breadcrumb } from '@/lib/ui/breadcrumb';
import { InvoiceSheet } from '@/lib/ui/invoice-sheet';
import { Notice } from '@/lib/ui/notice';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invoice');
  return { title: `${t('document')} – Stegvis` };
}

const PAY = 'pay-invoice';

/** One invoice or credit note as it was issued, with what has been paid and credited since. */
export default async function InvoicePage({ params, searchParams }: PageProps<'id'>) {
  await connection();
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const query = await searchParams;
  const path = `/${locale}/billing/invoices/${id}`;
  const preview = firstOf(query, 'preview');
  const reader = await requireReader(locale, pathWith(path, { preview }));
  const invoice = await findReadableInvoice(reader, id);
  if (!invoice) return <MissingPage locale={locale} session={reader.session} />;
  const t = await getTranslations('invoice');
  const billing = await getTranslations('billing');
  const { snapshot } = invoice;
  const { seller, profile } = snapshot;
  const today = dayIn(invoice.timeZone, nowAt());
  const isToPay = invoice.kind === 'invoice' && (amountDueOf(invoice) > 0n || preview !== undefined);
  const place = { locale, path, query, record: { id, task: PAY } };
  const notice = findNotice(firstOf(query, 'notice'));
  const guide = await getTranslations('guide');
  const pay = await getTranslations('payInvoice');
  const app = await getTranslations('app');
  return (
    <Frame
      locale={locale}
      path={pathWith(`/billing/invoices/${id}`, { preview })}
      session={reader.session}
      section="billing"
    >
      <div className="invoice-page">
        <Breadcrumb
          label={billing('back')}
          trail={[
            { href: `/${locale}/billing`, label: billing('title') },
            { href: `/${locale}/billing/profiles/${profile.id}`, label: profile.name },
          ]}
        />
        {notice ? <Notice isWarning={isWarning(notice)}>{guide(`notices.${notice}`)}</Notice> : null}
        {isToPay ? (
          <div className="no-print pay-panel">
            <TaskPanel id="pay" title={pay('title')} view={await viewInvoicePayment(reader, place)} />
            <p>
              <a href={`${pathWith(`/${locale}/help/fix-payment`, { invoice: id })}#pay-invoice`}>{app('how')}</a>
            </p>
          </div>
        ) : null}
        <InvoiceSheet
          title={t(`titles.${invoice.kind}`, { number: invoice.number })}
          state={<DocumentState document={invoice} today={today} />}
          seller={
            <>
              <Address name={seller.name} address={seller} />
              {seller.vatNumber ? <p>{t('vatNumberOf', { number: seller.vatNumber })}</p> : null}
            </>
          }
          parties={<InvoiceParties invoice={invoice} />}
          facts={<InvoiceFacts invoice={invoice} />}
          after={
            <>
              <InvoicePayment invoice={invoice} today={today} />
              <InvoicePublishers invoice={invoice} />
            </>
          }
          foot={
            <>
              <p>{t('frozen')}</p>
              <p className="fingerprint">{t('fingerprint', { hash: invoice.snapshotHash })}</p>
            </>
          }
        >
          <InvoiceLines invoice={invoice} />
          <InvoiceSums invoice={invoice} />
        </InvoiceSheet>
        <Downloads id={id} />
        <p className="no-print">
          <a href={`${pathWith(`/${locale}/help/understand-invoice`, { invoice: id })}#read-invoice`}>{t('explain')}</a>
        </p>
        <p className="small quiet no-print">{t('print')}</p>
      </div>
    </Frame>
  );
}
