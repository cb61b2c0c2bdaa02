import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { formatDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

/** Why the invoice cannot be paid here now, or what went wrong; and what to do about it. */
export async function PayObstacle({ reader, chosen: { debt, owing, approval, answer }, reason }: Props) {
  const t = await getTranslations('payInvoice.obstacles');
  const said = await getTranslations('payInvoice.approval');
  if (reason === 'permission_missing') {
    return <WhoMay reader={reader} permission="invoice.pay" profile={debt.profile} />;
  }
  const date = owing ? formatDay(await getLocale(), owing.payBy) : '';
  const { brand, lastFour } = approval?.card ?? debt.payer.paymentMethod ?? {};
  const card = { brand: brand ?? '', lastFour: lastFour ?? '' };
  if (reason === 'approval_wanted' && answer === 'declined') return said('declined');
  if (reason === 'approval_wanted') return t('approval_wanted', { ...card, date, isOwing: owing ? 'yes' : 'no' });
  if (reason === 'nothing_to_pay' || !owing) return t('nothing_to_pay');
  return t(reason === 'payment_taken_back' ? 'payment_taken_back' : 'payment_failed', { ...card, date });
}
