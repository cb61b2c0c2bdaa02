import { useLocale, useTranslations } from 'next-intl';
import type { Activity } from '@/db/activity';
import type { Receipt } from '@/db/receipts';
import { nextDayOf, type Subscription } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { formatDay } from '@/lib/i18n/formats';
import { HistoryItem, HistoryRail } from '@/lib/ui/history-rail';
import { ActText } from './act-text';

type Props = {
  readonly subscription: Subscription;
  readonly activity: readonly Activity[];
  /** Those the reader may read. */
  readonly receipts: readonly Receipt[];
};

/** What changes at the renewal. */
function Planned({ planned: { plan, quantity } }: { planned: NonNullable<Subscription['planned']> }) {
  const t = useTranslations('app');
  if (!plan) return <p>{t('planned', { quantity })}</p>;
  return <p>{t('plannedPlan', { plan: plan.name, pricing: plan.pricing, quantity: quantity ?? 0 })}</p>;
}

/** What will happen and what has, newest first, with the receipt of each act that has one. */
export function AppHistory({ subscription, activity, receipts }: Props) {
  const t = useTranslations('app');
  const locale = useLocale();
  const { planned, state, profile } = subscription;
  const next = state === 'active' || state === 'active_ending' ? nextDayOf(subscription) : null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <HistoryRail>
        {next ? (
          <HistoryItem when={formatDay(locale, next)} dateTime={next} isUpcoming>
            <p>{state === 'active' ? t('renews') : t('ends')}</p>
            {planned ? <Planned planned={planned} /> : null}
          </HistoryItem>
        ) : null}
        {activity.map((entry) => {
          const day = dayIn(profile.timeZone, entry.at);
          const receipt = receipts.find(({ createdAt, act }) => createdAt === entry.at && act === entry.act);
          return (
            <HistoryItem
              key={entry.id}
              when={formatDay(locale, day)}
              dateTime={day}
              isProblem={entry.act.endsWith('_unpaid')}
            >
              <p>
                <ActText activity={entry} />
                {entry.personName ? (
                  <span className="quiet"> {t('byPerson', { person: entry.personName })}</span>
                ) : null}
              </p>
              {receipt ? (
                <p className="small">
                  <a href={`/${locale}/receipts/${receipt.id}`}>{t('receipt', { reference: receipt.reference })}</a>
                </p>
              ) : null}
            </HistoryItem>
          );
        })}
      </HistoryRail>
    </section>
  );
}
