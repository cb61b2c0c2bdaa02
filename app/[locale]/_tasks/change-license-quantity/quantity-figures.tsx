import { useLocale, useTranslations } from 'next-intl';
import type { QuantityFigures as Figures } from '@/db/quantity-receipt';
import { type Currency, isCurrency } from '@/lib/domain/money';
import type { QuantityAct } from '@/lib/domain/quantity-decision';
import { formatDay, formatDays, formatMoney } from '@/lib/i18n/formats';
import { Pair } from '@/lib/ui/pairs';

type Props = {
  readonly figures: Figures;
  readonly act: QuantityAct;
  /** On a receipt, where what was to be paid has been. */
  readonly isDone?: boolean;
};

/** When it takes effect, what it costs or gives back today, what the next renewal costs, and who pays with what. */
export function QuantityFigures({ figures, act, isDone = false }: Props) {
  const t = useTranslations('changeLicenseQuantity');
  const locale = useLocale();
  const currency = requireCurrency(figures.currency);
  const money = (amountMinor: bigint) => formatMoney(locale, amountMinor, currency);
  const { charge, credit, served, renewal, effectiveOn } = figures;
  const when = formatDay(locale, effectiveOn);
  return (
    <>
      <Pair name={t('effective')}>
        {act === 'decrease' ? t('atRenewal', { date: when }) : t('atOnce', { date: when })}
      </Pair>
      {charge ? (
        <Pair
          name={figures.settlement === 'card' ? t(isDone ? 'paid' : 'payToday') : t('onNextInvoice')}
          isStrong
          detail={
            served
              ? t('chargeDetail', {
                  count: figures.to - figures.from,
                  span: formatDays(locale, served.from, served.through),
                  days: served.days,
                  of: served.of,
                  net: money(charge.netMinor),
                  vat: money(charge.vatMinor),
                })
              : undefined
          }
        >
          {money(charge.totalMinor)}
        </Pair>
      ) : (
        <Pair name={t(isDone ? 'paid' : 'payToday')} isStrong>
          {t('nothingToday')}
        </Pair>
      )}
      {credit ? (
        <Pair
          name={t('credit')}
          isStrong
          detail={t('creditDetail', { net: money(credit.netMinor), vat: money(credit.vatMinor) })}
        >
          {money(credit.totalMinor)}
        </Pair>
      ) : null}
      {renewal ? (
        <Pair name={t('nextRenewal', { date: formatDay(locale, renewal.after.on) })}>
          {renewal.after.totalMinor === renewal.before.totalMinor
            ? t(`renewalSame.${figures.term}`, { amount: money(renewal.after.totalMinor) })
            : t(`renewal.${figures.term}`, {
                amount: money(renewal.after.totalMinor),
                before: money(renewal.before.totalMinor),
              })}
        </Pair>
      ) : (
        <Pair name={t('renewalNone')}>{t('endsWithPeriod')}</Pair>
      )}
      <Pair name={t('paidWith')}>
        {figures.card
          ? t('card', { ...figures.card, profile: figures.profileName })
          : t('invoice', { profile: figures.profileName })}
      </Pair>
    </>
  );
}

function requireCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`Unknown currency ${code}`);
  return code;
}
