import { useTranslations } from 'next-intl';
import { Price } from '@/app/[locale]/_apps/price';
import { Licenses, NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { firstOf, pathWith } from '@/app/[locale]/_frame/page-props';
import type { TaskView } from '@/app/[locale]/_guide/task-view';
import type { TaskPlace } from '@/app/[locale]/_tasks';
import type { Subscription } from '@/db/subscriptions';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';
import { QuantityControl } from './control';
import { Obstacle } from './obstacle';
import { ReceiptLink } from './receipt-link';
import { QuantityReview } from './review';
import { type Chosen, findSituation, type Situation } from './situation';
import { findTyped } from './typed';

/** The task inside its guide: each step's state and what hangs from it, for this reader. */
export async function viewLicenseQuantity(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const app = firstOf(place.query, 'app');
  const preview = firstOf(place.query, 'preview');
  const situation = await findSituation(reader, { app, previewKey: preview });
  const { chosen, states } = situation;
  const here = pathWith(place.path, { app: chosen?.subscription.id, preview });
  const back = pathWith(place.path, { app: chosen?.subscription.id });
  const typed = await findTyped(firstOf(place.query, 'kept'));
  return {
    context: <Context chosen={chosen} />,
    contextEnd: <AppPicker situation={situation} action={place.path} />,
    states,
    reasonText: (reason) =>
      chosen ? <Obstacle reader={reader} subscription={chosen.subscription} reason={reason} /> : reason,
    slips: {
      'find-app': chosen ? (
        <Facts subscription={chosen.subscription} />
      ) : (
        <AppList situation={situation} path={place.path} />
      ),
      'choose-quantity': chosen && chooseSlip(chosen, { back, typed }),
      review: chosen?.reviewed && (
        <QuantityReview
          reader={reader}
          chosen={{ ...chosen, reviewed: chosen.reviewed }}
          here={here}
          back={`${back}#choose-quantity`}
        />
      ),
      confirm: chosen?.receipt && <ReceiptLink id={chosen.receipt.id} reference={chosen.receipt.reference} />,
    },
    ...(chosen ? { policy: requirePolicy(chosen.subscription.policyVersion) } : {}),
  };
}

function chooseSlip(chosen: Chosen, { back, typed }: { back: string; typed: Readonly<Record<string, string>> }) {
  if (!chosen.mayChange) return null;
  if (chosen.reviewed || chosen.receipt) return <Another back={back} />;
  return <QuantityControl chosen={chosen} here={back} at="choose-quantity" typed={typed} />;
}

function Context({ chosen }: { chosen: Chosen | undefined }) {
  const t = useTranslations('changeLicenseQuantity');
  if (!chosen) return <span>{t('contextNone')}</span>;
  return (
    <>
      <span>
        {t.rich('context', { app: chosen.subscription.offer.name, b: (chunks) => <strong>{chunks}</strong> })}
      </span>
      <SubscriptionState subscription={chosen.subscription} />
      <NextDay subscription={chosen.subscription} />
    </>
  );
}

/** A plain form: choosing another app is a new address. */
function AppPicker({ situation: { subscriptions, chosen }, action }: { situation: Situation; action: string }) {
  const t = useTranslations('changeLicenseQuantity');
  const names = useTranslations('subscription');
  if (!chosen || subscriptions.length < 2) return null;
  return (
    <details className="picker">
      <summary>{t('chooseAnother')}</summary>
      <form action={action} method="get">
        <select className="input" name="app" aria-label={t('app')} defaultValue={chosen.subscription.id}>
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

function AppList({ situation: { subscriptions }, path }: { situation: Situation; path: string }) {
  const t = useTranslations('changeLicenseQuantity');
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
            <a
              href={`${pathWith(path, { app: subscription.id })}#choose-quantity`}
              aria-describedby={`app-${subscription.id}`}
            >
              {t('chooseApp')}
            </a>
          </li>
        ))}
      </ul>
    </Slip>
  );
}

function Facts({ subscription }: { subscription: Subscription }) {
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

function Another({ back }: { back: string }) {
  const t = useTranslations('changeLicenseQuantity');
  return (
    <p>
      <a href={`${back}#choose-quantity`}>{t('chooseOther')}</a>
    </p>
  );
}
