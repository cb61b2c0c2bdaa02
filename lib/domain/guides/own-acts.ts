import type { AttentionCode } from '@/lib/domain/attention';
import type { Pricing } from '@/lib/domain/plans';
import { isPossible, type SubscriptionState } from '@/lib/domain/subscription-states';
import { GUIDES, type GuideId } from './registry';

type Subject = { readonly state: SubscriptionState; readonly pricing: Pricing };

/** What a guide does with one subscription of the reader's. */
export type OwnAct = {
  /** The step where it begins, which has the task. */
  readonly step: string;
  /** Whether there is anything to do for a subscription. */
  readonly fits: (subject: Subject) => boolean;
  /** What it answers of the things that need attention. A code that no guide answers leads to the app's own page. */
  readonly answers: readonly AttentionCode[];
};

/** Every guide and what it does with a subscription; null for one that is only read, or about something else. */
const OWN_ACTS: Readonly<Record<GuideId, OwnAct | null>> = {
  'manage-third-party-apps': null,
  'supported-regions': null,
  'get-apps': null,
  'activate-app': {
    step: 'open-publisher-portal',
    fits: ({ state }) => state === 'pending_activation',
    answers: ['activation'],
  },
  'assign-licenses': {
    step: 'open-publisher-portal',
    fits: ({ state, pricing }) => pricing === 'per_license' && (state === 'active' || state === 'active_ending'),
    answers: [],
  },
  'change-license-quantity': {
    step: 'choose-quantity',
    fits: ({ state, pricing }) => pricing === 'per_license' && (state === 'active' || state === 'active_ending'),
    answers: ['planned_change'],
  },
  'change-plan': {
    step: 'choose-plan',
    fits: ({ state }) => isPossible(state, 'change_plan'),
    answers: ['planned_plan'],
  },
  'cancel-subscription': {
    step: 'choose-when',
    fits: ({ state }) => state !== 'disabled' && state !== 'active_ending' && state !== 'past_due_ending',
    answers: [],
  },
  'buy-again': { step: 'choose-plan', fits: ({ state }) => state === 'disabled', answers: [] },
  'change-billing-profile': {
    step: 'choose-billing-profile',
    fits: ({ state }) => isPossible(state, 'change_billing_profile'),
    answers: [],
  },
  'manage-billing-profiles': null,
  'understand-invoice': null,
  'fix-payment': {
    step: 'pay-invoice',
    fits: ({ state }) => state === 'past_due' || state === 'past_due_ending',
    answers: ['payment_failed'],
  },
};

export function findOwnAct(guideId: GuideId): OwnAct | undefined {
  return OWN_ACTS[guideId] ?? undefined;
}

/** The guide and step where one acts on what needs attention. */
export function findAnswerTo(code: AttentionCode): { guideId: GuideId; step: string } | undefined {
  const guide = GUIDES.find(({ id }) => findOwnAct(id)?.answers.includes(code));
  const act = guide && findOwnAct(guide.id);
  return act && { guideId: guide.id, step: act.step };
}
