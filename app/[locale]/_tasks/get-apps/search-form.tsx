import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import type { Search } from './selection';
import type { Chosen } from './situation';

type Props = { readonly action: string; readonly search: Search; readonly chosen: Chosen };

/** What to look for: a plain form, whose answer is a new address. */
export function SearchForm({ action, search, chosen: { offers, profiles, selection } }: Props) {
  const t = useTranslations('getApps');
  const publishers = new Map(offers.map(({ publisher }) => [publisher.id, publisher.name]));
  const currencies = new Set(profiles.map(({ profile }) => profile.currency));
  return (
    <form action={action} method="get" className="filter-form">
      <div>
        <label htmlFor="offers-find">{t('find')}</label>
        <input
          className="input"
          type="search"
          id="offers-find"
          name="find"
          maxLength={100}
          defaultValue={search.find}
        />
      </div>
      <div>
        <label htmlFor="offers-publisher">{t('publisher')}</label>
        <select className="input" id="offers-publisher" name="publisher" defaultValue={search.publisher}>
          <option value="">{t('allPublishers')}</option>
          {[...publishers].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {currencies.size > 1 ? (
        <div>
          <label htmlFor="offers-profile">{t('pricesFor')}</label>
          <select className="input" id="offers-profile" name="profile" defaultValue={selection.profile}>
            {profiles.map(({ profile: { id, name, currency } }) => (
              <option key={id} value={id}>
                {t('pricesForProfile', { profile: name, currency })}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <Button kind="plain">{t('show')}</Button>
    </form>
  );
}
