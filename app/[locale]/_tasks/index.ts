import { composeInvoiceGuide } from '@/app/[locale]/_task/invoice-guide';
import { composePaymentGuide } from '@/app/[locale]/_task/payment-guide';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { composeProfileGuide } from '@/app/[locale]/_task/profile-guide';
import type { TaskView, ViewTask } from '@/app/[locale]/_task/view';
import type { Subscription } from '@/db/subscriptions';
import type { GuideId } from '@/lib/domain/guides/registry';
import { isPossible } from '@/lib/domain/subscription-states';
import type { Reader } from '@/lib/server/guard';

type Load = () => Promise<ViewTask>;

const activation: Load = async () => (await import('./open-publisher-portal/view-activation')).viewActivation;
const assignment: Load = async () => (await import('./open-publisher-portal/view-assignment')).viewAssignment;
const changeLicenseQuantity: Load = async () => (await import('./change-license-quantity/view')).viewLicenseQuantity;
const changePlan: Load = async () => (await import('./change-plan/view')).viewPlanChange;
const cancelSubscription: Load = async () => (await import('./cancel-subscription/view')).viewCancelSubscription;
const keepSubscription: Load = async () => (await import('./cancel-subscription/keep-view')).viewKeepSubscription;
const buyAgain: Load = async () => (await import('./buy-again/view')).viewBuyAgain;
const getApps: Load = async () => (await import('./get-apps/view')).viewGetApps;
const changeBillingProfile: Load = async () => (await import('./change-billing-profile/view')).viewProfileMove;
const editBillingProfile: Load = async () => (await import('./edit-billing-profile/view')).viewProfileEdit;
const manageProfileRoles: Load = async () => (await import('./manage-profile-roles/view')).viewProfileRoles;
const replacePaymentMethod: Load = async () => (await import('./replace-payment-method/view')).viewPaymentMethod;

const payInvoice: Load = async () => (await import('./pay-invoice/view')).viewPayInvoice;

const understandInvoice: Load = async () => composeInvoiceGuide(payInvoice);

const fixPayment: Load = async () => composePaymentGuide({ replace: replacePaymentMethod, pay: payInvoice });

const manageBillingProfiles: Load = async () =>
  composeProfileGuide([
    { step: 'edit-contact', load: editBillingProfile },
    { step: 'replace-payment-method', load: replacePaymentMethod },
    { step: 'manage-roles', load: manageProfileRoles },
  ]);

/** Every guide and the task it performs, loaded when a page needs it; null for a guide that is only read. */
const TASK_OF_GUIDE: Readonly<Record<GuideId, Load | null>> = {
  'manage-third-party-apps': null,
  'get-apps': getApps,
  'activate-app': activation,
  'assign-licenses': assignment,
  'change-license-quantity': changeLicenseQuantity,
  'change-plan': changePlan,
  'change-billing-profile': changeBillingProfile,
  'supported-regions': null,
  'cancel-subscription': cancelSubscription,
  'buy-again': buyAgain,
  'manage-billing-profiles': manageBillingProfiles,
  'understand-invoice': understandInvoice,
  'fix-payment': fixPayment,
};

/** A task on the page of the record it is about: loaded when it is opened there, explained by a guide's step. */
type RecordTask = {
  readonly load: Load;
  readonly guide: GuideId;
  readonly step: string;
};

type AppTask = RecordTask & {
  /** Whether the app's actions name it; the task itself says why, when it is opened all the same. */
  readonly isOffered: (subscription: Pick<Subscription, 'state' | 'replacedById'>) => boolean;
  readonly isDanger?: true;
};

/** In the order of an app's actions. */
export const APP_TASKS = {
  'open-publisher-portal': {
    load: activation,
    guide: 'activate-app',
    step: 'open-publisher-portal',
    isOffered: ({ state }) => isPossible(state, 'open_publisher_portal'),
  },
  'assign-licenses': {
    load: assignment,
    guide: 'assign-licenses',
    step: 'assign-users',
    isOffered: ({ state }) => state !== 'pending_activation' && isPossible(state, 'open_publisher_portal'),
  },
  'change-license-quantity': {
    load: changeLicenseQuantity,
    guide: 'change-license-quantity',
    step: 'choose-quantity',
    isOffered: ({ state }) => state !== 'disabled',
  },
  'change-plan': {
    load: changePlan,
    guide: 'change-plan',
    step: 'choose-plan',
    isOffered: ({ state }) => state !== 'disabled',
  },
  'change-billing-profile': {
    load: changeBillingProfile,
    guide: 'change-billing-profile',
    step: 'choose-billing-profile',
    isOffered: ({ state }) => state !== 'disabled',
  },
  'keep-subscription': {
    load: keepSubscription,
    guide: 'cancel-subscription',
    step: 'change-your-mind',
    isOffered: ({ state }) => state === 'active_ending' || state === 'past_due_ending',
  },
  'buy-again': {
    load: buyAgain,
    guide: 'buy-again',
    step: 'choose-plan',
    isOffered: ({ state, replacedById }) => state === 'disabled' && replacedById === null,
  },
  'cancel-subscription': {
    load: cancelSubscription,
    guide: 'cancel-subscription',
    step: 'choose-when',
    isOffered: ({ state }) => state !== 'disabled',
    isDanger: true,
  },
} as const satisfies Readonly<Record<string, AppTask>>;

export type AppTaskId = keyof typeof APP_TASKS;

export const APP_TASK_IDS = Object.keys(APP_TASKS).filter((id): id is AppTaskId => Object.hasOwn(APP_TASKS, id));

/** In the order of a billing profile's actions. */
export const PROFILE_TASKS = {
  'edit-billing-profile': { load: editBillingProfile, guide: 'manage-billing-profiles', step: 'edit-contact' },
  'replace-payment-method': {
    load: replacePaymentMethod,
    guide: 'manage-billing-profiles',
    step: 'replace-payment-method',
  },
  'manage-profile-roles': { load: manageProfileRoles, guide: 'manage-billing-profiles', step: 'manage-roles' },
} as const satisfies Readonly<Record<string, RecordTask>>;

export type ProfileTaskId = keyof typeof PROFILE_TASKS;

export const PROFILE_TASK_IDS = Object.keys(PROFILE_TASKS).filter((id): id is ProfileTaskId =>
  Object.hasOwn(PROFILE_TASKS, id),
);

/** What the guide's task shows this reader; null where the guide performs none. */
export async function findTaskView(guide: GuideId, reader: Reader, place: TaskPlace): Promise<TaskView | null> {
  const load = TASK_OF_GUIDE[guide];
  return load ? (await load())(reader, place) : null;
}

/** What an app's task shows this reader on the app's own page. */
export async function viewAppTask(id: AppTaskId, reader: Reader, place: TaskPlace): Promise<TaskView> {
  return (await APP_TASKS[id].load())(reader, place);
}

/** What a billing profile's task shows this reader on the profile's own page. */
export async function viewProfileTask(id: ProfileTaskId, reader: Reader, place: TaskPlace): Promise<TaskView> {
  return (await PROFILE_TASKS[id].load())(reader, place);
}

/** How an open invoice is paid, on the invoice's own page. */
export async function viewInvoicePayment(reader: Reader, place: TaskPlace): Promise<TaskView> {
  return (await payInvoice())(reader, place);
}
