import { useTranslations } from 'next-intl';
import type { StorefrontOffer, StorefrontPlan } from '@/db/storefront';
import type { SubscriptionChoice } from '@/db/subscriptions';
import type { Currency } from '@/lib/domain/money';
import { formatList, formatMoney } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { formatCountry, sortCountries } from '@/lib/i18n/names';
import { textOf } from './filter';

type Props = {
  readonly locale: Locale;
  readonly offer: StorefrontOffer;
  readonly currency: Currency | undefined;
  /** Whether the reader's organization can buy it. */
  readonly isSold: boolean;
  /** The organization's own subscription of it, if there is one that is not disabled. */
  readonly owned: SubscriptionChoice | undefined;
  readonly href: string;
};

/** One app: what it is for, from whom, and each plan's price; or why it cannot be bought here. */
export function OfferItem({ locale, offer, currency, isSold, owned, href }: Props) {
  const t = useTranslations();
  const text = textOf(offer, locale);
  const nameId = `offer-${offer.id}`;
  return (
    <li className={isSold ? 'offer-item' : 'offer-item offer-unsold'}>
      <h3 id={nameId}>{offer.name}</h3>
      {isSold ? (
        <a className="offer-choose" href={href} aria-describedby={nameId}>
          {t('task.chooseApp')}
        </a>
      ) : null}
      <p className="small quiet">{t('getApps.by', { publisher: offer.publisher.name })}</p>
      {text ? <p lang={text.locale === locale ? undefined : text.locale}>{text.summary}</p> : null}
      {isSold && currency ? <Prices locale={locale} plans={offer.plans} currency={currency} /> : null}
      {owned ? (
        <p className="small quiet offer-owned">
          {t('getApps.owned')} <a href={`/${locale}/apps/${owned.id}`}>{t('getApps.openOwned', { app: offer.name })}</a>
        </p>
      ) : null}
      {isSold ? null : <WhyNot locale={locale} offer={offer} currency={currency} />}
    </li>
  );
}

type PricesProps = { readonly locale: Locale; readonly plans: readonly StorefrontPlan[]; readonly currency: Currency };

function Prices({ locale, plans, currency }: PricesProps) {
  const t = useTranslations('getApps');
  return (
    <ul className="offer-prices">
      {plans.map(({ id, name, pricing, term, unitAmountMinor }) => (
        <li key={id}>
          <span>{name}</span>
          <span>
            <strong>{t(`price.${pricing}.${term}`, { amount: formatMoney(locale, unitAmountMinor, currency) })}</strong>{' '}
            {pricing === 'flat' ? <span className="quiet">{t('flatPrice')}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function WhyNot({ locale, offer: { soldIn }, currency }: Pick<Props, 'locale' | 'offer' | 'currency'>) {
  const t = useTranslations('getApps');
  const countries = sortCountries(locale, soldIn).map((country) => formatCountry(locale, country));
  return (
    <p className="small">
      <strong>{t('notHere')}</strong>{' '}
      {soldIn.length > 0
        ? t('soldIn', { countries: formatList(locale, countries) })
        : t('noPriceIn', { currency: currency ?? '' })}
    </p>
  );
}
