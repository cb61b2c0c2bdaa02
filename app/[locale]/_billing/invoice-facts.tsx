import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import { daysBetween } from '@/lib/domain/days';
import { formatDay, formatSpan } from '@/lib/i18n/formats';
import { formatLanguage } from '@/lib/i18n/names';
import { InvoicePart } from '@/lib/ui/invoice-sheet';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Address } from './address';

/** Number, dates, terms and the buyer's own references, as they were frozen. */
export function InvoiceFacts({ invoice: { snapshot } }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { kind, number, issuedOn, terms, period, profile, poNumber, billTo } = snapshot;
  return (
    <Pairs>
      <Pair name={t(`number.${kind}`)}>{number}</Pair>
      <Pair name={t('issued')}>{formatDay(locale, issuedOn)}</Pair>
      {terms ? (
        <>
          <Pair name={t('dueDate')}>{formatDay(locale, terms.dueOn)}</Pair>
          <Pair name={t('terms')}>
            {t(`termsOf.${terms.settlement}`, { days: daysBetween(issuedOn, terms.dueOn) })}
          </Pair>
        </>
      ) : null}
      <Pair name={t('period')}>{formatSpan(locale, period.from, period.through)}</Pair>
      <Pair name={t('profile')}>
        <a href={`/${locale}/billing/profiles/${profile.id}`}>{profile.name}</a>
      </Pair>
      {poNumber ? <Pair name={t('poNumber')}>{poNumber}</Pair> : null}
      {billTo.contactName ? <Pair name={t('contact')}>{billTo.contactName}</Pair> : null}
      <Pair name={t('language')}>{formatLanguage(snapshot.locale)}</Pair>
    </Pairs>
  );
}

/** Who pays, and who it was sold to where that is somebody else. */
export function InvoiceParties({ invoice: { snapshot } }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const { billTo, soldTo } = snapshot;
  const bought = { ...NOWHERE, country: soldTo.country };
  return (
    <>
      <InvoicePart title={t('billTo')}>
        <Address name={billTo.name} address={billTo} />
        {billTo.vatNumber ? <p className="note">{t('vatNumberOf', { number: billTo.vatNumber })}</p> : null}
      </InvoicePart>
      <InvoicePart title={t('soldTo')}>
        <Address name={soldTo.name} address={bought} />
      </InvoicePart>
    </>
  );
}

const NOWHERE = { addressLine1: null, addressLine2: null, postalCode: null, city: null, region: null };
