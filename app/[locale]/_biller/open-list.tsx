import { useLocale, useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { InvoiceOfAll } from '@/db/biller';
import { dayIn } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { paymentReferenceOf, spellReference } from '@/lib/domain/payment-reference';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';
import { StateMark } from '@/lib/ui/state-mark';

type Props = { readonly invoices: readonly InvoiceOfAll[]; readonly now: number };

/** Open invoices of each organization, the oldest due first. */
export function OpenList({ invoices, now }: Props) {
  const t = useTranslations('biller');
  const locale = useLocale();
  const organizations = new Map(invoices.map(({ payer }) => [payer.organization.id, payer.organization.name]));
  const byName = [...organizations].sort(([, one], [, other]) => one.localeCompare(other, locale));
  return byName.map(([id, name]) => (
    <section key={id} className="open-of" aria-labelledby={`open-${id}`}>
      <h3 id={`open-${id}`}>{name}</h3>
      <DataTable
        caption={name}
        isCaptionHidden
        columns={[
          { id: 'invoice', label: t('invoice') },
          { id: 'profile', label: t('profileShort') },
          { id: 'reference', label: t('reference') },
          { id: 'due', label: t('due') },
          { id: 'toPay', label: t('toPay'), isAmount: true },
        ]}
        rows={invoices
          .filter(({ payer }) => payer.organization.id === id)
          .map((invoice) => ({
            id: invoice.id,
            cells: [
              <a key="invoice" href={`${pathWith(`/${locale}/biller`, { invoice: invoice.id })}#book`}>
                {invoice.number}
              </a>,
              invoice.payer.name,
              spellReference(paymentReferenceOf(invoice.number)),
              <DueMark key="due" invoice={invoice} now={now} />,
              formatMoney(locale, amountDueOf(invoice), invoice.currency),
            ],
          }))}
      />
    </section>
  ));
}

function DueMark({ invoice: { dueOn, payer }, now }: { invoice: InvoiceOfAll; now: number }) {
  const date = formatDay(useLocale(), dueOn);
  const isLate = dayIn(payer.timeZone, now) > dueOn;
  return <StateMark tone={isLate ? 'problem' : 'waiting'}>{date}</StateMark>;
}
