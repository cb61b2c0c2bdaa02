import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { formatCountry } from '@/lib/i18n/names';
import { postalLines } from '@/lib/server/postal-address';
import { InvoicePart } from '@/lib/ui/invoice-sheet';

type Publisher = DocumentSnapshot['lines'][number]['publisher'];

/** Who makes the apps on the invoice: name and address, each once. */
export function InvoicePublishers({ invoice: { snapshot } }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const all = snapshot.lines.map(({ publisher }) => oneLine(publisher, locale));
  const publishers = [...new Set(all)];
  return (
    <InvoicePart title={t('publishers', { count: publishers.length })}>
      <ul>
        {publishers.map((publisher) => (
          <li key={publisher}>{publisher}</li>
        ))}
      </ul>
    </InvoicePart>
  );
}

function oneLine(publisher: Publisher, locale: string): string {
  const country = publisher.country === null ? [] : [formatCountry(locale, publisher.country)];
  return [publisher.name, ...postalLines(publisher), ...country].join(', ');
}
