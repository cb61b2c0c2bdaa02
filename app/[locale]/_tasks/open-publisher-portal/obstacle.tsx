import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { WithPayment } from '@/app/[locale]/_task/with-payment';
import { nextDayOf } from '@/db/subscriptions';
import { formatDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

const KNOWN = [
  'subscription_disabled',
  'activation_timeout',
  'subscription_pending_activation',
  'subscription_past_due_ending',
  'first_payment_failed',
  'payment_failed',
  'still_waiting',
  'licenses_not_counted',
] as const;

/** Why a step cannot be taken now or is not needed, and what to do about it. */
export async function Obstacle({ reader, chosen: { subscription }, reason }: Props) {
  const code = KNOWN.find((known) => known === reason);
  if (!code) return <WhoMay reader={reader} permission="publisher_portal.open" />;
  const t = await getTranslations('openPublisherPortal');
  const day = nextDayOf(subscription);
  const text = t(`obstacles.${code}`, {
    publisher: subscription.publisher.name,
    date: day === null ? '' : formatDay(await getLocale(), day),
  });
  return <WithPayment subscription={subscription}>{text}</WithPayment>;
}
