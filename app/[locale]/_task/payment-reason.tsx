import { useTranslations } from 'next-intl';

const KNOWN = ['nothing_to_pay', 'pays_by_transfer', 'card_not_refused'] as const;

/** Why a step of fixing a payment is not needed. */
export function PaymentReason({ reason }: { reason: string }) {
  const t = useTranslations('fixPayment.reasons');
  return t(KNOWN.find((known) => known === reason) ?? 'nothing_open');
}
