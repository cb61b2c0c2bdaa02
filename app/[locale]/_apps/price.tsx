import { useLocale, useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';
import { formatMoney } from '@/lib/i18n/formats';

type Priced = Pick<Subscription, 'unitAmountMinor' | 'currency'> & {
  readonly plan: Pick<Subscription['plan'], 'pricing' | 'term'>;
};

/** The price as it was agreed, without VAT: "129,00 kr per licens och månad". */
export function Price({ subscription: { unitAmountMinor, currency, plan } }: { subscription: Priced }) {
  const t = useTranslations('subscription');
  const amount = formatMoney(useLocale(), unitAmountMinor, currency);
  return t(`price.${plan.pricing}.${plan.term}`, { amount });
}
