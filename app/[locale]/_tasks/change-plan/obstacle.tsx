import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { nextDayOf } from '@/db/subscriptions';
import type { PlanStepReason } from '@/lib/domain/plan-steps';
import { formatDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

const KNOWN = [
  'subscription_pending_activation',
  'subscription_past_due',
  'subscription_disabled',
  'renewal_due',
  'no_other_plan',
] as const satisfies readonly PlanStepReason[];

/** Why the plan cannot be changed now, and what to do about it. */
export async function Obstacle({ reader, chosen: { subscription }, reason }: Props) {
  const t = await getTranslations('changePlan');
  const locale = await getLocale();
  const code = KNOWN.find((known) => known === reason);
  if (!code) return <WhoMay reader={reader} permission="subscription.change_plan" profile={subscription.profile} />;
  const day = nextDayOf(subscription);
  return t(`obstacles.${code}`, {
    publisher: subscription.publisher.name,
    date: day === null ? '' : formatDay(locale, day),
    currency: subscription.currency,
  });
}
