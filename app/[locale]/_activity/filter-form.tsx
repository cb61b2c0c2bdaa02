import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import type { Selection } from './selection';

/** Narrows the activity to an app, a person, or both: a plain form, so that each choice is an address. */
export function ActivityFilter({ action, selection }: { action: string; selection: Selection }) {
  const t = useTranslations('activity');
  const { apps, people, app, person } = selection;
  const fields = [
    { name: 'app', label: t('app'), all: t('filter.allApps'), choices: apps, chosen: app },
    { name: 'person', label: t('who'), all: t('filter.everybody'), choices: people, chosen: person },
  ];
  return (
    <form className="filter-form" action={action} method="get">
      {fields.map(({ name, label, all, choices, chosen }) => (
        <div key={name}>
          <label htmlFor={`filter-${name}`}>{label}</label>
          <select className="input" id={`filter-${name}`} name={name} defaultValue={chosen ?? ''}>
            <option value="">{all}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <Button kind="plain">{t('filter.show')}</Button>
    </form>
  );
}
