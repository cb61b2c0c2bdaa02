import { useTranslations } from 'next-intl';
import type { ProfileChoice } from '@/db/profile-choices';
import type { ChosenPlan } from './judge';

type AppProps = { readonly name: string; readonly publisher: string; readonly change: string };

/** The chosen app in one line, and the way to choose another. */
export function AppLine({ name, publisher, change }: AppProps) {
  const t = useTranslations('getApps');
  return (
    <p>
      {t('chosenApp', { app: name, publisher })} <a href={change}>{t('otherApp')}</a>
    </p>
  );
}

export function PlanLine({ chosen: { plan, quantity }, change }: { chosen: ChosenPlan; change: string }) {
  const t = useTranslations('getApps');
  return (
    <p>
      {t('chosenPlan', { plan: plan.name, pricing: plan.pricing, count: quantity ?? 0 })}{' '}
      <a href={change}>{t('otherPlan')}</a>
    </p>
  );
}

/** `change` is undefined where there is no other. */
export function ProfileLine({ profile, change }: { profile: ProfileChoice; change: string | undefined }) {
  const t = useTranslations('getApps');
  return (
    <p>
      {t('chosenProfile', { profile: profile.name, currency: profile.currency })}
      {change ? (
        <>
          {' '}
          <a href={change}>{t('otherProfile')}</a>
        </>
      ) : null}
    </p>
  );
}
