import { nextDayOf, type Subscription } from '@/db/subscriptions';

export const FILTERS = ['all', 'attention', 'running', 'ended'] as const;
export const SORTS = ['name', 'date'] as const;
export type Filter = (typeof FILTERS)[number];
export type Sort = (typeof SORTS)[number];

const STATES: Readonly<Record<Exclude<Filter, 'all'>, readonly Subscription['state'][]>> = {
  attention: ['pending_activation', 'past_due', 'past_due_ending'],
  running: ['active', 'active_ending', 'past_due', 'past_due_ending'],
  ended: ['disabled'],
};

export function findFilter(text: string | undefined): Filter {
  return FILTERS.find((filter) => filter === text) ?? 'all';
}

export function findSort(text: string | undefined): Sort {
  return SORTS.find((sort) => sort === text) ?? 'name';
}

/** Those a filter keeps: by name, or by the day that comes first, those without one last. */
export function select(all: readonly Subscription[], filter: Filter, sort: Sort, locale: string): Subscription[] {
  const collator = new Intl.Collator(locale);
  const byName = (a: Subscription, b: Subscription) => collator.compare(a.offer.name, b.offer.name);
  const dayOf = (subscription: Subscription) => nextDayOf(subscription) ?? '9999-12-31';
  const byDay = (a: Subscription, b: Subscription) =>
    dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : byName(a, b);
  return all
    .filter(({ state }) => filter === 'all' || STATES[filter].includes(state))
    .sort(sort === 'name' ? byName : byDay);
}
