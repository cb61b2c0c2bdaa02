import { firstOf, type PageProps } from '@/app/[locale]/_frame/page-props';
import { listActors } from '@/db/activity';
import { listSubscriptionChoices } from '@/db/subscriptions';
import type { Reader } from '@/lib/server/guard';

/** In place of a person's id: what nobody did. */
const AUTOMATIC = 'automatic';

type Choice = { readonly value: string; readonly name: string };

/** What the activity can be narrowed to, and what it is narrowed to. A value that is not offered counts as all. */
export type Selection = {
  readonly apps: readonly Choice[];
  readonly people: readonly Choice[];
  readonly app: string | undefined;
  readonly person: string | undefined;
};

type Words = {
  readonly appAndPlan: (names: { app: string; plan: string }) => string;
  readonly nobody: string;
};

export async function findSelection(
  { scope }: Reader,
  query: Awaited<PageProps['searchParams']>,
  words: Words,
): Promise<Selection> {
  const [subscriptions, actors] = await Promise.all([listSubscriptionChoices(scope), listActors(scope)]);
  const apps = subscriptions.map(({ id, offer, plan }) => ({
    value: id,
    name: words.appAndPlan({ app: offer.name, plan: plan.name }),
  }));
  const people = [...actors.map(({ id, name }) => ({ value: id, name })), { value: AUTOMATIC, name: words.nobody }];
  const chosen = (choices: readonly Choice[], name: string) =>
    choices.find(({ value }) => value === firstOf(query, name))?.value;
  return { apps, people, app: chosen(apps, 'app'), person: chosen(people, 'person') };
}

/** The same for the query. */
export function keptOf({ app, person }: Selection) {
  return { subscriptionId: app, personId: person === AUTOMATIC ? null : person };
}
