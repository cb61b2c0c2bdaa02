import { useLocale, useTranslations } from 'next-intl';

/** An invoice or credit note as files to keep and to hand on. */
export function Downloads({ id }: { id: string }) {
  const t = useTranslations('invoice');
  const own = `/${useLocale()}/billing/invoices/${id}`;
  return (
    <ul className="downloads no-print">
      <li>
        <a href={`${own}/pdf`}>{t('asPdf')}</a>
      </li>
      <li>
        <a href={`${own}/xml`}>{t('asXml')}</a>
      </li>
    </ul>
  );
}
