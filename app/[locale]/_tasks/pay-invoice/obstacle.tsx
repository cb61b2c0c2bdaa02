import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { formatDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

/** Why the invoice cannot be paid here now, or what went wrong; and what to do about it. */
export async function PayObstacle({ reader, chosen: { debt, owing }, reason }: Props) {
  const t = await getTranslations('payInvoice.obstacles');
  if (reason === 'permission_missing') {
    return <WhoMay reader={reader} permission="invoice.pay" profile={debt.profile} />;
  }
  if (reason === 'nothing_to_pay' || !owing) return t('nothing_to_pay');
  const { brand, lastFour } = debt.payer.paymentMethod ?? {};
  const date = formatDay(await getLocale(), owing.payBy);
  return t('payment_failed', { brand: brand ?? '', lastFour: lastFour ?? '', date });
}
