import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { WithPayment } from '@/app/[locale]/_task/with-payment';
import { nextDayOf } from '@/db/subscriptions';
import type { MoveStepReason } from '@/lib/domain/move-steps';
import { formatDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

const KNOWN = [
  'subscription_pending_activation',
  'subscription_past_due',
  'subscription_disabled',
  'renewal_due',
  'no_other_profile',
  'no_profile_fits',
] as const satisfies readonly MoveStepReason[];

/** Why the app cannot be moved now, and what to do about it. */
export async function Obstacle({ reader, chosen: { subscription }, reason }: Props) {
  const t = await getTranslations('changeBillingProfile');
  const locale = await getLocale();
  const code = KNOWN.find((known) => known === reason);
  if (!code) return <WhoMay reader={reader} permission="subscription.move" profile={subscription.profile} />;
  const day = nextDayOf(subscription);
  const text = t(`obstacles.${code}`, {
    publisher: subscription.publisher.name,
    date: day === null ? '' : formatDay(locale, day),
  });
  return <WithPayment subscription={subscription}>{text}</WithPayment>;
}
