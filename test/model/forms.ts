import { buyAgain, reviewBuyAgain } from '@/app/[locale]/_tasks/buy-again/action';
import {
  cancelSubscription,
  keepSubscription,
  reviewCancellation,
} from '@/app/[locale]/_tasks/cancel-subscription/action';
import { changeBillingProfile, reviewBillingProfile } from '@/app/[locale]/_tasks/change-billing-profile/action';
import { changeLicenseQuantity, reviewLicenseQuantity } from '@/app/[locale]/_tasks/change-license-quantity/action';
import { changePlan, reviewPlan } from '@/app/[locale]/_tasks/change-plan/action';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import type { Session } from '@/lib/server/session';
import { type Fields, formOf, type Submitted, submit } from '@/test/support/submit';
import type { Profile } from './reference/account';
import type { Act } from './steps';

type Action = Parameters<typeof submit<string>>[0];
type Task = { readonly review: Action | undefined; readonly confirm: Action; readonly fields: Fields };

const PLACE = { locale: 'en-US', here: '/en-US/apps', at: 'review', version: '1' };

/** The actions of a form, as the page sends it: one to review, where there is a review, and one to confirm. */
function taskOf(act: Act, profileId: (profile: Profile) => string): Task {
  switch (act.do) {
    case 'set':
      return quantity({ act: 'change', quantity: String(act.quantity), replacePlanned: act.replace ? 'yes' : 'no' });
    case 'take back':
      return quantity({ act: 'take_back', replacePlanned: act.replace ? 'yes' : 'no' });
    case 'remove planned':
      return quantity({ act: 'remove_planned_change' });
    case 'plan': {
      const { plan, quantity: count, replace } = act;
      const wanted = { act: 'change', plan, quantity: count === null ? '' : String(count) };
      return planTask({ ...wanted, replacePlanned: replace ? 'yes' : 'no' });
    }
    case 'keep plan':
      return planTask({ act: 'keep' });
    case 'cancel':
      return { review: reviewCancellation, confirm: cancelSubscription, fields: { ...PLACE, time: act.time } };
    case 'keep': {
      const { version: _, ...fields } = PLACE;
      return { review: undefined, confirm: keepSubscription, fields };
    }
    case 'move': {
      const fields = { ...PLACE, profile: profileId(act.to) };
      return { review: reviewBillingProfile, confirm: changeBillingProfile, fields };
    }
    case 'buy again': {
      const { plan, profile, quantity: count } = act;
      const bought = { plan, profile: profileId(profile), quantity: count === null ? '' : String(count) };
      const fields = { ...PLACE, ...bought, agreement: AGREEMENT_VERSION };
      return { review: reviewBuyAgain, confirm: buyAgain, fields };
    }
  }
}

function quantity(fields: Fields): Task {
  const actions = { review: reviewLicenseQuantity, confirm: changeLicenseQuantity };
  return { ...actions, fields: { ...PLACE, ...fields } };
}

function planTask(fields: Fields): Task {
  return { review: reviewPlan, confirm: changePlan, fields: { ...PLACE, ...fields } };
}

/** The receipt's address; or, when it was refused, the key of the fresh review that it led to, if it led to one. */
export type Confirmed = { readonly receipt?: string | undefined; readonly freshKey?: string | undefined };

export type Form = {
  readonly hasReview: boolean;
  /** Whether a review was given. */
  readonly review: (sender: Sender) => Promise<boolean>;
  readonly confirm: (sender: Sender) => Promise<Confirmed>;
};
export type Sender = { readonly session: Session | undefined; readonly now: number };

/** A form for one app under a key minted with it. */
export function formFor(
  act: Act,
  { subscription, key, profileId }: { subscription: string; key: string; profileId: (profile: Profile) => string },
): Form {
  const { review, confirm, fields } = taskOf(act, profileId);
  const send = async (action: Action, sender: Sender) =>
    goalOf(await submit(action, formOf({ ...fields, subscription, key }), sender));
  return {
    hasReview: review !== undefined,
    review: async (sender) => {
      const goal = review && (await send(review, sender));
      return goal?.includes(`preview=${key}`) ?? false;
    },
    confirm: async (sender) => {
      const goal = await send(confirm, sender);
      if (goal?.includes('/receipts/')) return { receipt: goal };
      const [, freshKey] = /[?&]preview=([\da-f-]{36})/.exec(goal ?? '') ?? [];
      return { freshKey };
    },
  };
}

function goalOf(answer: Submitted<string>): string | undefined {
  return 'goTo' in answer ? answer.goTo : undefined;
}
