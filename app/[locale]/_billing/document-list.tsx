import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { DocumentSummary } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import type { Settlement } from '@/lib/domain/plans';
import { EmptyState } from '@/lib/ui/empty-state';
import { DOCUMENT_FILTERS, type DocumentFilter, PAGE_LENGTH, selectDocuments } from './document-selection';
import { DocumentTable } from './document-table';

type Props = {
  /** The profile's own path, with the locale. */
  readonly path: string;
  readonly documents: readonly DocumentSummary[];
  readonly settlement: Settlement;
  readonly filter: DocumentFilter;
  readonly pageNumber: number;
  readonly today: Day;
};

/** A profile's invoices and credit notes; filter and further pages are addresses. */
export function DocumentList({ path, documents, settlement, filter, pageNumber, today }: Props) {
  const t = useTranslations('billing');
  const address = (show: DocumentFilter, page = 1) =>
    `${pathWith(path, { show: show === 'all' ? undefined : show, page: page === 1 ? undefined : `${page}` })}#invoices`;
  const kept = selectDocuments(documents, filter, today);
  const shown = kept.slice((pageNumber - 1) * PAGE_LENGTH, pageNumber * PAGE_LENGTH);
  return (
    <section aria-labelledby="invoices">
      <h2 id="invoices">{t('invoices')}</h2>
      {documents.length > 0 ? (
        <div className="filters">
          <nav aria-label={t('filter')}>
            <span className="quiet">{t('filter')}</span>
            {DOCUMENT_FILTERS.map((each) => (
              <a key={each} href={address(each)} aria-current={each === filter ? 'true' : undefined}>
                {t(`filters.${each}`)}
              </a>
            ))}
          </nav>
        </div>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState
          title={documents.length === 0 ? t('noInvoices') : t('nothingFits')}
          text={documents.length === 0 ? t(`firstInvoice.${settlement}`) : t('nothingFitsText')}
          headingLevel={3}
        >
          {documents.length === 0 ? null : <a href={address('all')}>{t('showAll')}</a>}
        </EmptyState>
      ) : (
        <DocumentTable caption={t('invoices')} documents={shown} today={today} />
      )}
      {kept.length > PAGE_LENGTH ? (
        <nav className="pager" aria-label={t('pages')}>
          {pageNumber > 1 ? <a href={address(filter, pageNumber - 1)}>{t('newer')}</a> : null}
          {kept.length > pageNumber * PAGE_LENGTH ? <a href={address(filter, pageNumber + 1)}>{t('older')}</a> : null}
        </nav>
      ) : null}
    </section>
  );
}
