import { getLocale, getTranslations } from 'next-intl/server';
import { listColleaguesWithRole } from '@/db/colleagues';
import { nextDayOf, type Subscription } from '@/db/subscriptions';
import { type ProfileRole, rolesThatMay } from '@/lib/domain/roles';
import { formatDay, formatList } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';

type Props = { readonly reader: Reader; readonly subscription: Subscription; readonly reason: string };

const KNOWN = [
  'permission_missing',
  'quantity_not_applicable',
  'subscription_pending_activation',
  'subscription_past_due',
  'subscription_disabled',
  'renewal_due',
] as const;

/** Why the number cannot be changed now, and what to do about it. */
export async function Obstacle({ reader, subscription, reason }: Props) {
  const t = await getTranslations('changeLicenseQuantity');
  const locale = await getLocale();
  const code = KNOWN.find((known) => known === reason);
  if (!code) throw new Error(`No words for ${reason}`);
  if (code !== 'permission_missing') {
    const day = nextDayOf(subscription);
    return t(`obstacles.${code}`, {
      publisher: subscription.publisher.name,
      date: day === null ? '' : formatDay(locale, day),
    });
  }
  const roles = rolesThatMay('subscription.increase').flatMap((role): ProfileRole[] => {
    const [, profileRole] = /^profile\.(owner|contributor)$/.exec(role) ?? [];
    return profileRole === 'owner' || profileRole === 'contributor' ? [profileRole] : [];
  });
  const colleagues = await listColleaguesWithRole(reader.scope, subscription.billingProfileId, roles);
  const names = colleagues.map(({ name, email }) => `${name} (${email})`);
  return t('whoMay', { profile: subscription.profile.name, count: names.length, names: formatList(locale, names) });
}
