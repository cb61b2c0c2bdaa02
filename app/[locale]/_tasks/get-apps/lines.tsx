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

type PlanProps = { readonly chosen: ChosenPlan; readonly change: string | undefined };

/** `change` is undefined where an order says which plan it is. */
export function PlanLine({ chosen: { plan, quantity }, change }: PlanProps) {
  const t = useTranslations('getApps');
  const text = t('chosenPlan', { plan: plan.name, pricing: plan.pricing, count: quantity ?? 0 });
  return <Line text={text} change={change} label={t('otherPlan')} />;
}

type ProfileProps = { readonly profile: ProfileChoice; readonly change: string | undefined };

/** `change` is undefined where no other can be chosen. */
export function ProfileLine({ profile, change }: ProfileProps) {
  const t = useTranslations('getApps');
  const text = t('chosenProfile', { profile: profile.name, currency: profile.currency });
  return <Line text={text} change={change} label={t('otherProfile')} />;
}
