import { useLocale, useTranslations } from 'next-intl';
import type { BillingProfile } from '@/db/billing-profiles';
import { formatMonth } from '@/lib/i18n/formats';

/** What a profile is paid with: a card by its last four digits and how long it is valid, or bank transfer. */
export function PaymentMethod({ method }: { method: BillingProfile['paymentMethod'] }) {
  const t = useTranslations('billing');
  const locale = useLocale();
  if (!method) return t('noMethod');
  const { kind, brand, lastFour, expiryMonth } = method;
  if (kind === 'bank_transfer' || !brand || !lastFour || !expiryMonth) return t('bankTransfer');
  return t('card', { brand, lastFour, month: formatMonth(locale, expiryMonth) });
}
