import { useTranslations } from 'next-intl';
import { Price } from '@/app/[locale]/_apps/price';
import { Licenses, NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { Subscription, SubscriptionChoice } from '@/db/subscriptions';
import { Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';

/** The context line of a guide whose task is about one app. */
export function AppContext({ subscription }: { subscription: Subscription | undefined }) {
  const t = useTranslations('task');
  if (!subscription) return <span>{t('contextNone')}</span>;
  return (
    <>
      <span>{t.rich('context', { app: subscription.offer.name, b: (chunks) => <strong>{chunks}</strong> })}</span>
      <SubscriptionState subscription={subscription} />
      <NextDay subscription={subscription} />
    </>
  );
}

type PickerProps = {
  readonly subscriptions: readonly SubscriptionChoice[];
  readonly chosenId: string | undefined;
  readonly path: string;
};

/** A plain form: choosing another app is a new address. */
export function AppPicker({ subscriptions, chosenId, path }: PickerProps) {
  const t = useTranslations('task');
  const names = useTranslations('subscription');
  if (!chosenId || subscriptions.length < 2) return null;
  return (
    <details className="picker">
      <summary>{t('chooseAnother')}</summary>
      <form action={path} method="get">
        <select className="input" name="app" aria-label={t('app')} defaultValue={chosenId}>
          {subscriptions.map(({ id, offer, plan }) => (
            <option key={id} value={id}>
              {names('appAndPlan', { app: offer.name, plan: plan.name })}
            </option>
          ))}
        </select>
        <Button kind="plain">{t('chooseApp')}</Button>
      </form>
    </details>
  );
}

type ListProps = {
  readonly subscriptions: readonly SubscriptionChoice[];
  readonly path: string;
  /** The step that comes after choosing. */
  readonly step: string;
};

/** The apps to choose from, for a reader who has not chosen one. */
export function AppList({ subscriptions, path, step }: ListProps) {
  const t = useTranslations('task');
  if (subscriptions.length === 0) return <p>{t('noApps')}</p>;
  return (
    <Slip>
      <ul className="app-list">
        {subscriptions.map((subscription) => (
          <li key={subscription.id}>
            <span>
              <strong id={`app-${subscription.id}`}>{subscription.offer.name}</strong>
              <SubscriptionState subscription={subscription} />
            </span>
            <a href={`${pathWith(path, { app: subscription.id })}#${step}`} aria-describedby={`app-${subscription.id}`}>
              {t('chooseApp')}
            </a>
          </li>
        ))}
      </ul>
    </Slip>
  );
}

/** The chosen app in one line: what it is, how many licenses, at what price. */
export function AppLine({ subscription }: { subscription: Subscription }) {
  return (
    <ul className="facts-line">
      <li>{subscription.offer.name}</li>
      <li>
        <Licenses subscription={subscription} />
      </li>
      <li>
        <Price subscription={subscription} />
      </li>
    </ul>
  );
}
