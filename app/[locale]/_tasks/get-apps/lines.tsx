import { useTranslations } from 'next-intl';
import type { ProfileChoice } from '@/db/profile-choices';
import type { ChosenPlan } from './judge';

type LineProps = {
  readonly text: string;
  /** Where it can be chosen anew; undefined where there is nothing else. */
  readonly change: string | undefined;
  readonly label: string;
};

function Line({ text, change, label }: LineProps) {
  return (
    <ul className="facts-line">
      <li>{text}</li>
      {change ? (
        <li>
          <a href={change}>{label}</a>
        </li>
      ) : null}
    </ul>
  );
}

type AppProps = { readonly name: string; readonly publisher: string; readonly change: string };

/** The chosen app in one line, and the way to choose another. */
export function AppLine({ name, publisher, change }: AppProps) {
  const t = useTranslations('getApps');
  return <Line text={t('chosenApp', { app: name, publisher })} change={change} label={t('otherApp')} />;
}

export function PlanLine({ chosen: { plan, quantity }, change }: { chosen: ChosenPlan; change: string }) {
  const t = useTranslations('getApps');
  const text = t('chosenPlan', { plan: plan.name, pricing: plan.pricing, count: quantity ?? 0 });
  return <Line text={text} change={change} label={t('otherPlan')} />;
}

export function ProfileLine({ profile, change }: { profile: ProfileChoice; change: string | undefined }) {
  const t = useTranslations('getApps');
  const text = t('chosenProfile', { profile: profile.name, currency: profile.currency });
  return <Line text={text} change={change} label={t('otherProfile')} />;
}
