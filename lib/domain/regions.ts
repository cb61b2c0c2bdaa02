import { type Currency, isCurrency } from './money';
import { accept, type Outcome, refuse } from './outcome';

/** Countries by the currency their organizations are billed in. */
const COUNTRIES: Partial<Record<Currency, string>> = {
  AUD: 'AU FJ',
  BRL: 'BR',
  CAD: 'CA',
  CHF: 'CH',
  DKK: 'DK FO',
  EUR: 'AD AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IS IT LI LT LU LV MC MT NL PL PT RO SI SK VA',
  GBP: 'GB',
  INR: 'IN',
  JPY: 'JP',
  KRW: 'KR',
  NOK: 'NO',
  NZD: 'NZ',
  RUB: 'RU',
  SEK: 'SE',
  TWD: 'TW',
  USD:
    'AE AF AL AM AO AR AZ BA BB BD BH BM BN BO BW BY BZ CI CL CM CO CR CV CW DO DZ EC EG ET GE GH GT HK ' +
    'HN ID IL IQ JM JO KE KG KN KW KY KZ LB LK LY MA MD ME MK MN MO MU MX MY NA NG NI NP OM PA PE PH PK ' +
    'PR PS PY QA RS RW SA SG SN SV TH TJ TM TN TR TT TZ UA UG US UY UZ VE VI VN YE ZA ZM ZW',
};

/** Countries an organization may be in but where no paid app is sold. */
const WITHOUT_PAID_APPS = 'CN';

/** Currency per ISO 3166-1 country; null = known, but no paid app is sold there. */
export const CURRENCY_OF_COUNTRY: Readonly<Record<string, Currency | null>> = Object.fromEntries<Currency | null>([
  ...Object.entries(COUNTRIES).flatMap(([currency, countries]) =>
    isCurrency(currency) ? countries.split(' ').map((country) => [country, currency] as const) : [],
  ),
  ...WITHOUT_PAID_APPS.split(' ').map((country) => [country, null] as const),
]);

/** The one currency of a country, by its ISO 3166-1 code in capitals. */
export function currencyOf(country: string): Outcome<Currency, 'country_not_served'> {
  const currency = Object.hasOwn(CURRENCY_OF_COUNTRY, country) ? CURRENCY_OF_COUNTRY[country] : null;
  return currency ? accept(currency) : refuse('country_not_served');
}
