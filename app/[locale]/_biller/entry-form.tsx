import { useLocale, useTranslations } from 'next-intl';
import type { Debt } from '@/db/debts';
import type { Day } from '@/lib/domain/days';
import { formatDay, formatMoney, formatTypedAmount } from '@/lib/i18n/formats';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { Slip } from '@/lib/ui/slip';
import { type EntryError, REFERENCE_LENGTH, type TypedEntry } from './entry';

type Props = {
  readonly debt: Debt;
  readonly typed: TypedEntry | undefined;
  readonly refused: EntryError | undefined;
  readonly today: Day;
};

const FIELDS = { amount: 'book-amount', day: 'book-day', reference: 'book-reference' } as const;

/** What came in for an invoice: a plain form, since entering it changes nothing but the address. */
export function EntryForm({ debt: { invoice, dueMinor }, typed, refused, today }: Props) {
  const t = useTranslations('biller');
  const locale = useLocale();
  const text = refused && t(`errors.${refused.code}`, { maximum: REFERENCE_LENGTH });
  const errorOf = (field: keyof typeof FIELDS) => (refused?.field === field ? text : undefined);
  const due = formatMoney(locale, dueMinor, invoice.currency);
  const prefilled = typed ?? {
    amount: formatTypedAmount(locale, dueMinor, invoice.currency),
    day: today,
    reference: '',
  };
  return (
    <Slip>
      <form action={`/${locale}/biller#book`} method="get" noValidate>
        {refused && text ? (
          <ErrorSummary title={t('errorTitle')} errors={[{ fieldId: FIELDS[refused.field], text }]} />
        ) : null}
        <input type="hidden" name="invoice" value={invoice.id} />
        <Field
          id={FIELDS.amount}
          label={t('amount', { currency: invoice.currency })}
          hint={t('amountHint', { due })}
          error={errorOf('amount')}
        >
          {(control) => (
            <input
              {...control}
              className="input input-number"
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={prefilled.amount}
            />
          )}
        </Field>
        <Field
          id={FIELDS.day}
          label={t('day')}
          hint={t('dayHint', { today, date: formatDay(locale, today) })}
          error={errorOf('day')}
        >
          {(control) => <input {...control} className="input" type="date" name="day" defaultValue={prefilled.day} />}
        </Field>
        <Field
          id={FIELDS.reference}
          label={t('bankReference')}
          hint={t('bankReferenceHint')}
          error={errorOf('reference')}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              name="reference"
              autoComplete="off"
              defaultValue={prefilled.reference}
            />
          )}
        </Field>
        <Actions>
          <Button>{t('review')}</Button>
          <a href={`/${locale}/biller`}>{t('leave')}</a>
        </Actions>
      </form>
    </Slip>
  );
}
