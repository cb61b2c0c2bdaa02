import { getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import type { Subscription } from '@/db/subscriptions';
import type { Reader } from '@/lib/server/guard';

type Props = { readonly reader: Reader; readonly subscription: Subscription; readonly reason: string };

const KNOWN = ['subscription_disabled', 'not_ending', 'period_over'] as const;

/** Why the subscription cannot be cancelled or kept, and what to do about it. */
export async function Obstacle({ reader, subscription, reason }: Props) {
  const t = await getTranslations('cancelSubscription.obstacles');
  const code = KNOWN.find((known) => known === reason);
  if (code) return t(code);
  return <WhoMay reader={reader} permission="subscription.cancel" profile={subscription.profile} />;
}
