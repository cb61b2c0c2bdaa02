import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView, ViewTask } from '@/app/[locale]/_task/view';
import type { GuideId } from '@/lib/domain/guides/registry';
import type { Reader } from '@/lib/server/guard';

type Load = () => Promise<ViewTask>;

const activation: Load = async () => (await import('./open-publisher-portal/view-activation')).viewActivation;
const assignment: Load = async () => (await import('./open-publisher-portal/view-assignment')).viewAssignment;
const changeLicenseQuantity: Load = async () => (await import('./change-license-quantity/view')).viewLicenseQuantity;

/** Every guide and the task it performs, loaded when a page needs it; null for a guide that is only read. */
const TASK_OF_GUIDE: Readonly<Record<GuideId, Load | null>> = {
  'manage-third-party-apps': null,
  'activate-app': activation,
  'assign-licenses': assignment,
  'change-license-quantity': changeLicenseQuantity,
};

/** A task on the page of the app it is about: loaded when it is opened there, explained by a guide's step. */
type AppTask = {
  readonly load: Load;
  readonly guide: GuideId;
  readonly step: string;
  readonly isDanger?: true;
};

/** In the order of an app's actions. */
export const APP_TASKS = {
  'open-publisher-portal': { load: activation, guide: 'activate-app', step: 'open-publisher-portal' },
  'assign-licenses': { load: assignment, guide: 'assign-licenses', step: 'assign-users' },
  'change-license-quantity': {
    load: changeLicenseQuantity,
    guide: 'change-license-quantity',
    step: 'choose-quantity',
  },
} as const satisfies Readonly<Record<string, AppTask>>;

export type AppTaskId = keyof typeof APP_TASKS;

export const APP_TASK_IDS = Object.keys(APP_TASKS).filter((id): id is AppTaskId => Object.hasOwn(APP_TASKS, id));

/** What the guide's task shows this reader; null where the guide performs none. */
export async function findTaskView(guide: GuideId, reader: Reader, place: TaskPlace): Promise<TaskView | null> {
  const load = TASK_OF_GUIDE[guide];
  return load ? (await load())(reader, place) : null;
}

/** What an app's task shows this reader on the app's own page. */
export async function viewAppTask(id: AppTaskId, reader: Reader, place: TaskPlace): Promise<TaskView> {
  return (await APP_TASKS[id].load())(reader, place);
}
