import { useLocale, useTranslations } from 'next-intl';
import { LONGEST_PERIOD_MONTHS, listMonths, type Month, PERIOD_REFUSALS } from '@/lib/domain/document-period';
import { formatMonth } from '@/lib/i18n/formats';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';

type Asked = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly refused: string | undefined;
};

type Props = {
  /** The profile's own path, with the locale. */
  readonly path: string;
  readonly issuedOn: readonly string[];
  /** What was asked for before, and the code of why it could not be had. */
  readonly asked: Asked;
};

/** Some months of a profile's documents as one file: a plain form, whose answer is the file or this page again. */
export function PeriodForm({ path, issuedOn, asked }: Props) {
  const t = useTranslations('documents.period');
  const months = listMonths(issuedOn);
  const refusal = PERIOD_REFUSALS.find((code) => code === asked.refused);
  const error = refusal && t(`errors.${refusal}`, { count: LONGEST_PERIOD_MONTHS });
  const isAtEnd = refusal === 'period_reversed' || refusal === 'period_too_long';
  if (months.length === 0) return null;
  return (
    <section aria-labelledby="download">
      <h2 id="download">{t('title')}</h2>
      <p className="quiet">{t('text', { count: LONGEST_PERIOD_MONTHS })}</p>
      <form className="period-form" action={`${path}/zip`} method="get">
        <MonthField
          name="from"
          label={t('from')}
          months={months}
          chosen={asked.from}
          error={isAtEnd ? undefined : error}
        />
        <MonthField name="to" label={t('to')} months={months} chosen={asked.to} error={isAtEnd ? error : undefined} />
        <Button kind="plain">{t('download')}</Button>
      </form>
    </section>
  );
}

type FieldProps = {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly months: readonly Month[];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
};

function MonthField({ name, label, months, chosen, error }: FieldProps) {
  const locale = useLocale();
  return (
    <Field id={`period-${name}`} label={label} error={error}>
      {(control) => (
        <select className="input" name={name} defaultValue={months.find((month) => month === chosen)} {...control}>
          {months.map((month) => (
            <option key={month} value={month}>
              {formatMonth(locale, month)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
