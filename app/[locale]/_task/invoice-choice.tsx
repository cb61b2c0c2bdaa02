import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DocumentState } from '@/app/[locale]/_billing/document-state';
import type { DocumentSummary, Invoice } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';

/** The context line of the guide that reads an invoice. */
export function ReadingContext({ invoice }: { invoice: Invoice | undefined }) {
  const t = useTranslations('understandInvoice');
  const titles = useTranslations('invoice.titles');
  const none = useTranslations('fixPayment');
  if (!invoice) return <span>{none('contextNone')}</span>;
  const { kind, number, snapshot } = invoice;
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return <span>{t.rich('context', { title: titles(kind, { number }), profile: snapshot.profile.name, b })}</span>;
}

type ChoiceProps = {
  /** Newest first. */
  readonly documents: readonly DocumentSummary[];
  readonly chosenId: string | undefined;
  readonly path: string;
};

/** A plain form: choosing another invoice is a new address. Folded away once one is chosen. */
export function InvoiceChoice({ documents, chosenId, path }: ChoiceProps) {
  const t = useTranslations('understandInvoice');
  if (chosenId === undefined) {
    return (
      <Slip>
        <ChoiceForm documents={documents} chosenId={undefined} path={path} />
      </Slip>
    );
  }
  if (documents.length < 2) return null;
  return (
    <details className="picker">
      <summary>{t('another')}</summary>
      <ChoiceForm documents={documents} chosenId={chosenId} path={path} />
    </details>
  );
}

function ChoiceForm({ documents, chosenId, path }: ChoiceProps) {
  const t = useTranslations('understandInvoice');
  const titles = useTranslations('invoice.titles');
  const locale = useLocale();
  return (
    <form action={path} method="get">
      <select className="input" name="invoice" aria-label={t('invoice')} defaultValue={chosenId}>
        {documents.map(({ id, kind, number, issuedOn, totalMinor, currency }) => (
          <option key={id} value={id}>
            {t('option', {
              title: titles(kind, { number }),
              date: formatDay(locale, issuedOn),
              amount: formatMoney(locale, totalMinor, currency),
            })}
          </option>
        ))}
      </select>
      <Button kind="plain">{t('choose')}</Button>
    </form>
  );
}

/** The chosen one in a line, with how it stands. */
export function ChosenInvoice({ invoice, today }: { invoice: Invoice; today: Day }) {
  const titles = useTranslations('invoice.titles');
  const locale = useLocale();
  const { id, kind, number, issuedOn, snapshot } = invoice;
  return (
    <ul className="facts-line">
      <li>
        <a href={`/${locale}/billing/invoices/${id}`}>{titles(kind, { number })}</a>
      </li>
      <li>{formatDay(locale, issuedOn)}</li>
      <li>{snapshot.profile.name}</li>
      <li>
        <DocumentState document={invoice} today={today} />
      </li>
    </ul>
  );
}
