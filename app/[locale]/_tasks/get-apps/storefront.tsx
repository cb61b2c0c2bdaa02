import { getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { judgeAvailability } from '@/lib/domain/availability';
import type { Reader } from '@/lib/server/guard';
import { Slip } from '@/lib/ui/slip';
import { matches } from './filter';
import { OfferItem } from './offer-item';
import { SearchForm } from './search-form';
import { findSearch } from './selection';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly place: TaskPlace; readonly chosen: Chosen };

/** So many are shown before the reader asks for the rest. */
const FIRST = 8;

/** All that is offered, in the language's order of names: what is new to the organization, what it has, what it cannot buy. */
export async function Storefront({ reader, place, chosen }: Props) {
  const t = await getTranslations('getApps');
  const { country, currency, offers, selection } = chosen;
  const { locale, path } = place;
  const search = findSearch(place);
  const owned = await listSubscriptionChoices(reader.scope);
  const isSold = (offer: Chosen['offers'][number]) =>
    judgeAvailability(country, offer.soldIn).ok && offer.plans.length > 0;
  const ownedOf = (offer: Chosen['offers'][number]) =>
    owned.find(({ state, offer: { id } }) => id === offer.id && state !== 'disabled');
  const rankOf = (offer: Chosen['offers'][number]) => (isSold(offer) ? (ownedOf(offer) ? 1 : 0) : 2);
  const collator = new Intl.Collator(locale);
  const found = offers
    .filter((offer) => matches(offer, search, locale))
    .sort((a, b) => rankOf(a) - rankOf(b) || collator.compare(a.name, b.name));
  const shown = search.isWhole ? found : found.slice(0, FIRST);
  const { profile } = selection;
  const kept = { find: search.find || undefined, publisher: search.publisher || undefined, profile };
  return (
    <Slip className="storefront">
      <SearchForm action={`${path}#choose-app`} search={search} chosen={chosen} />
      <p className="small quiet storefront-count">{t('count', { count: found.length })}</p>
      {found.length === 0 ? (
        <p>
          {t('nothingFits')} <a href={`${path}#choose-app`}>{t('showAll')}</a>
        </p>
      ) : null}
      <ul className="offers">
        {shown.map((offer) => (
          <OfferItem
            key={offer.id}
            locale={locale}
            offer={offer}
            currency={currency}
            isSold={isSold(offer)}
            owned={ownedOf(offer)}
            href={`${pathWith(path, { offer: offer.id, profile })}#choose-plan`}
          />
        ))}
      </ul>
      {shown.length < found.length ? (
        <p>
          <a href={`${pathWith(path, { ...kept, all: '1' })}#choose-app`}>{t('showRest', { count: found.length })}</a>
        </p>
      ) : null}
    </Slip>
  );
}
