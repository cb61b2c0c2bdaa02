import { useLocale, useTranslations } from 'next-intl';
import { nextDayOf, type Subscription } from '@/db/subscriptions';
import { formatDay } from '@/lib/i18n/formats';
import { StateMark, type StateTone } from '@/lib/ui/state-mark';

const TONE: Record<Subscription['state'], StateTone> = {
  pending_activation: 'waiting',
  active: 'good',
  active_ending: 'warning',
  past_due: 'problem',
  past_due_ending: 'problem',
  disabled: 'ended',
};

/** A subscription's state in words and shape; a disabled one says why. */
export function SubscriptionState({
  subscription: { state, disabledReason },
}: {
  subscription: Pick<Subscription, 'state' | 'disabledReason'>;
}) {
  const t = useTranslations('subscription');
  const words = state === 'disabled' && disabledReason ? t(`disabled.${disabledReason}`) : t(`states.${state}`);
  return <StateMark tone={TONE[state]}>{words}</StateMark>;
}

/** The day that matters next, and what happens then. Nothing for a disabled app. */
export function NextDay({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('subscription');
  const locale = useLocale();
  const day = nextDayOf(subscription);
  if (day === null || subscription.state === 'disabled') return null;
  const isFixed = subscription.state === 'active' && !subscription.plan.renews;
  const next = isFixed ? 'active_fixed' : subscription.state;
  return <span className="next-day">{t(`next.${next}`, { date: formatDay(locale, day) })}</span>;
}

/** How many licenses, or that a flat price covers everybody. */
export function Licenses({ subscription }: { subscription: Pick<Subscription, 'quantity'> }) {
  const t = useTranslations('subscription');
  return subscription.quantity === null ? t('unlimited') : t('licenses', { count: subscription.quantity });
}
