import { useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';
import { nextRenewalOf } from '@/lib/domain/next-renewal';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Price } from './price';

type Props = { readonly locale: Locale; readonly subscription: Subscription; readonly facts: SubscriptionFacts };

/** Facts of one app in two columns. */
export function AppFacts({ locale, subscription, facts }: Props) {
  const t = useTranslations('app');
  const { quantity, assignedQuantity, profile, paymentMethod, plan, publisher } = subscription;
  const { state, endsOn, dataKeptUntil } = subscription;
  const next = nextRenewalOf(facts);
  return (
    <Pairs>
      <Pair name={t('licenses')}>
        {quantity === null ? t('flat') : t('assigned', { count: quantity, assigned: assignedQuantity })}
      </Pair>
      <Pair name={t('plan')}>{plan.name}</Pair>
      <Pair name={t('price')}>
        <Price subscription={subscription} />
      </Pair>
      {next ? (
        <Pair name={t('nextInvoice')}>
          {t('nextAmount', {
            amount: formatMoney(locale, next.totalMinor, subscription.currency),
            date: formatDay(locale, next.on),
          })}
        </Pair>
      ) : null}
      {endsOn && state !== 'disabled' ? (
        <Pair name={t('nextInvoice')}>{t('noRenewal', { date: formatDay(locale, endsOn) })}</Pair>
      ) : null}
      {dataKeptUntil ? (
        <Pair name={t('dataKept', { publisher: publisher.name })}>
          {t('dataKeptUntil', { date: formatDay(locale, dataKeptUntil) })}
        </Pair>
      ) : null}
      <Replacements locale={locale} subscription={subscription} />
      <Pair
        name={t('profile')}
        detail={<a href={`/${locale}/billing/profiles/${profile.id}#invoices`}>{t('invoices')}</a>}
      >
        <a href={`/${locale}/billing/profiles/${profile.id}`}>{profile.name}</a>
      </Pair>
      <Pair name={t('paidWith')}>
        {paymentMethod?.brand && paymentMethod.lastFour
          ? t('card', { brand: paymentMethod.brand, lastFour: paymentMethod.lastFour })
          : t('invoice')}
      </Pair>
      <Pair name={t('support')}>
        <a href={publisher.supportUrl} rel="noreferrer">
          {t('supportBy', { publisher: publisher.name })}
        </a>
      </Pair>
    </Pairs>
  );
}

/** What this one was bought in place of, and what was bought in place of it. */
function Replacements({ locale, subscription: { replacesId, replacedById } }: Omit<Props, 'facts'>) {
  const t = useTranslations('app');
  return (
    <>
      {replacesId ? (
        <Pair name={t('replaces')}>
          <a href={`/${locale}/apps/${replacesId}`}>{t('earlier')}</a>
        </Pair>
      ) : null}
      {replacedById ? (
        <Pair name={t('replaces')}>
          <a href={`/${locale}/apps/${replacedById}`}>{t('later')}</a>
        </Pair>
      ) : null}
    </>
  );
}
