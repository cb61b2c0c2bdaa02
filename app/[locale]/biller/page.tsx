import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Booked } from '@/app/[locale]/_biller/booked';
import { Booking } from '@/app/[locale]/_biller/booking';
import { OpenList } from '@/app/[locale]/_biller/open-list';
import { UnmatchedList } from '@/app/[locale]/_biller/unmatched-list';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { type InvoiceOfAll, listOpenInvoicesOfAll, listUnmatchedTransfers } from '@/db/biller';
import { amountDueOf } from '@/lib/domain/invoices';
import { findInvoiceNumber } from '@/lib/domain/payment-reference';
import { nowAt } from '@/lib/server/clock';
import { findStaffMember } from '@/lib/server/guard';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: 'Stegvis', robots: { index: false } };
}

/** For the operator's people who book bank transfers: what is open, what came in for it, and what pays nothing. */
export default async function BillerPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const [asked, invoiceId, booked] = [firstOf(query, 'q') ?? '', firstOf(query, 'invoice'), firstOf(query, 'booked')];
  const path = pathWith('/biller', { q: asked || undefined, invoice: invoiceId });
  const staff = await findStaffMember(locale, `/${locale}${path}`, 'payment.book');
  if (!staff.scope) return <MissingPage locale={locale} session={staff.session} />;
  const t = await getTranslations('biller');
  const open = (await listOpenInvoicesOfAll(staff.scope)).filter((invoice) => amountDueOf(invoice) > 0n);
  const found = asked.trim() === '' ? open : open.filter((invoice) => isMeant(invoice, asked));
  return (
    <Frame locale={locale} path={path} session={staff.session} section="biller">
      <GuideHead title={t('title')} lead={t('lead')}>
        {booked ? <Booked staff={staff} id={booked} /> : null}
      </GuideHead>
      {invoiceId === undefined ? null : <Booking staff={staff} invoiceId={invoiceId} query={query} />}
      <section aria-labelledby="open">
        <h2 id="open">{t('open')}</h2>
        <SearchForm
          action={`/${locale}/biller`}
          label={t('search')}
          submitLabel={t('searchSubmit')}
          query={asked}
          isLarge
        />
        {found.length === 0 ? (
          <EmptyState title={t('nothingFound')} text={open.length === 0 ? t('nothingOpen') : t('nothingFits')}>
            {open.length === 0 ? null : <a href={`/${locale}/biller`}>{t('showAll')}</a>}
          </EmptyState>
        ) : (
          <OpenList invoices={found} now={nowAt()} />
        )}
      </section>
      <section aria-labelledby="unmatched">
        <h2 id="unmatched">{t('unmatched')}</h2>
        <p>{t('unmatchedText')}</p>
        <UnmatchedList transfers={await listUnmatchedTransfers(staff.scope)} />
      </section>
    </Frame>
  );
}

/** By number or reference; otherwise by what a part of the number, the profile or the organization says. */
function isMeant({ number, payer }: InvoiceOfAll, asked: string): boolean {
  const exact = findInvoiceNumber(asked);
  if (exact !== undefined) return number === exact;
  const part = asked.trim().toLowerCase();
  return [number, payer.name, payer.organization.name].some((text) => text.toLowerCase().includes(part));
}
