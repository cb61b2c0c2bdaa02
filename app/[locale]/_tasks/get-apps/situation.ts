import { previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { findOrder, listWaitingOrders, type Order } from '@/db/orders';
import { listProfileChoices, type ProfileChoice } from '@/db/profile-choices';
import { listStorefront, type StorefrontOffer } from '@/db/storefront';
import { judgeAvailability } from '@/lib/domain/availability';
import { dayIn } from '@/lib/domain/days';
import type { GetAppsObstacle, GetAppsSituation } from '@/lib/domain/get-apps-steps';
import type { Currency } from '@/lib/domain/money';
import { judgeOrder } from '@/lib/domain/orders';
import { currencyOf } from '@/lib/domain/regions';
import { nowAt } from '@/lib/server/clock';
import type { Reader } from '@/lib/server/guard';
import { appPurchase } from '@/lib/server/purchase';
import { findReviewed } from '@/lib/server/reviewed-task';
import { type ChosenPlan, type JudgedProfile, judgePlan, judgeProfiles, type PlanError } from './judge';
import { findSelection, type Selection } from './selection';

/** What there is to buy for this reader, what waits for an answer, and what they have chosen. */
export type Chosen = Awaited<ReturnType<typeof findChosen>>;

export async function findChosen(reader: Reader, place: TaskPlace) {
  const { scope, organization } = reader;
  const today = dayIn(organization.timeZone, nowAt());
  const selection = findSelection(place);
  const profiles = await listProfileChoices(scope);
  const order = selection.order === undefined ? undefined : await findOrder(scope, selection.order);
  const currency = order?.currency ?? currencyIn(selection, profiles, organization.country);
  const offers = currency ? await listStorefront(scope, currency) : [];
  const offer = offers.find(({ id }) => id === (order?.offer.id ?? selection.offer));
  const plan = planOf(order, offer, selection, place.locale);
  const judged = judgeProfiles(reader, profiles, order?.currency);
  const profile = chosenProfile(judged, selection);
  return {
    selection,
    country: organization.country,
    today,
    currency,
    offers,
    offer,
    order,
    orders: await listWaitingOrders(scope, today),
    plan,
    profiles: judged,
    profile,
    ...(await findReviewedPurchase(reader, previewIn(place), { plan, profile, order })),
  };
}

type Wanted = {
  readonly plan: ChosenPlan | PlanError | undefined;
  readonly profile: ProfileChoice | undefined;
  readonly order: Order | undefined;
};

/** What the key in the address stands for; a review of something else than the address says is none. */
async function findReviewedPurchase({ scope }: Reader, key: string | undefined, { plan, profile, order }: Wanted) {
  if (!plan || !('plan' in plan)) return { waiting: undefined, receipt: undefined };
  const found = await findReviewed(scope, appPurchase, { key, subjectId: plan.plan.id, now: nowAt() });
  const wish = found.waiting?.preview.wish;
  const isSame =
    wish?.billingProfileId === profile?.id && wish?.quantity === plan.quantity && wish?.orderId === (order?.id ?? null);
  return isSame ? found : { ...found, waiting: undefined };
}

/** Prices are those of the profile that was chosen, else of the organization's country; undefined where none is billed. */
function currencyIn(selection: Selection, profiles: readonly ProfileChoice[], country: string): Currency | undefined {
  const profile = profiles.find(({ id }) => id === selection.profile);
  const ofCountry = currencyOf(country);
  return profile?.currency ?? (ofCountry.ok ? ofCountry.value : undefined);
}

function planOf(
  order: Order | undefined,
  offer: StorefrontOffer | undefined,
  selection: Selection,
  locale: string,
): ChosenPlan | PlanError | undefined {
  if (order) return { plan: order.plan, quantity: order.quantity };
  return offer && judgePlan(offer.plans, selection, locale);
}

/** Where only one can be chosen there is no choice to make. */
function chosenProfile(judged: readonly JudgedProfile[], selection: Selection): ProfileChoice | undefined {
  const possible = judged.filter(({ refusal }) => refusal === undefined).map(({ profile }) => profile);
  return possible.find(({ id }) => id === selection.profile) ?? (possible.length === 1 ? possible[0] : undefined);
}

/** How far a reader has come, from what is so and never from what was clicked. */
export function situationOf(chosen: Chosen): GetAppsSituation {
  const { receipt, order, offer, plan, profile, waiting, today } = chosen;
  if (receipt) return { at: 'done' };
  const closed = order && judgeOrder(order, today);
  if (closed && !closed.ok) return { at: 'choose-plan', obstacle: closed.refusal };
  const served = judgeAvailability(chosen.country, []);
  if (!served.ok || !chosen.currency) return { at: 'choose-app', obstacle: 'country_not_served' };
  if (!offer) return { at: 'choose-app' };
  const available = judgeAvailability(chosen.country, offer.soldIn);
  if (!available.ok) return { at: 'choose-plan', obstacle: available.refusal };
  if (!order && offer.plans.length === 0) return { at: 'choose-plan', obstacle: 'not_sold_in_currency' };
  if (!plan || !('plan' in plan)) return { at: 'choose-plan' };
  if (!profile) return { at: 'choose-billing-profile', obstacle: profileObstacle(chosen) };
  return { at: waiting ? 'review' : 'accept-agreement' };
}

/** Undefined while at least one profile can be chosen. */
function profileObstacle({ profiles }: Chosen): GetAppsObstacle | undefined {
  if (profiles.some(({ refusal }) => refusal === undefined)) return undefined;
  const has = (refusal: JudgedProfile['refusal']) => profiles.some((judged) => judged.refusal === refusal);
  if (has('permission_missing')) return 'permission_missing';
  return has('not_billed') ? 'not_billed' : 'profile_missing';
}
