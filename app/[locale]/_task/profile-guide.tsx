import { listProfileChoices } from '@/db/profile-choices';
import { DONE, HERE, type StepState, TO_COME } from '@/lib/domain/steps';
import { chosenIn } from './place';
import { ProfileContext, ProfileLine, ProfileList, ProfilePicker } from './profile-context';
import type { TaskView, ViewTask } from './view';

/** A step of a guide and the task that stands in it. */
type TaskOfStep = { readonly step: string; readonly load: () => Promise<ViewTask> };

/**
 * A guide of several tasks about one billing profile, in its order. Each stands on its own: the reader does the one they
 * came for, so the first that can be done is where they are.
 */
export function composeProfileGuide(tasks: readonly TaskOfStep[]): ViewTask {
  return async (reader, place) => {
    const profiles = await listProfileChoices(reader.scope);
    const asked = chosenIn(place, 'profile') ?? (profiles.length === 1 ? profiles[0]?.id : undefined);
    const profile = profiles.find(({ id }) => id === asked);
    const chosen = { ...place, query: { ...place.query, profile: profile?.id } };
    const view = async ({ step, load }: TaskOfStep) => ({ step, view: await (await load())(reader, chosen) });
    const views = profile ? await Promise.all(tasks.map(view)) : [];
    return {
      context: <ProfileContext profile={profile} />,
      contextEnd: <ProfilePicker profiles={profiles} chosenId={profile?.id} path={place.path} />,
      states: { 'find-profile': profile ? DONE : HERE, ...statesOf(views) },
      reasonText: (named) => {
        const found = views.find(({ step }) => named.startsWith(`${step} `));
        return found?.view.reasonText(named.slice(found.step.length + 1));
      },
      slips: {
        'find-profile': profile ? (
          <ProfileLine profile={profile} />
        ) : (
          <ProfileList profiles={profiles} path={place.path} step={tasks[0]?.step ?? ''} />
        ),
        ...Object.fromEntries(views.map(({ step, view: { slips } }) => [step, slips[step]])),
      },
    };
  };
}

type ViewOfStep = { readonly step: string; readonly view: TaskView };

/** A reason is told apart by its step, since two tasks may each know it under one code. */
function statesOf(views: readonly ViewOfStep[]): Record<string, StepState> {
  const first = views.find(({ step, view: { states } }) => states[step]?.state === 'here');
  const stateOf = ({ step, view: { states } }: ViewOfStep): StepState => {
    const state = states[step] ?? TO_COME;
    if ('reason' in state) return { ...state, reason: `${step} ${state.reason}` };
    return state.state === 'here' && step !== first?.step ? TO_COME : state;
  };
  return Object.fromEntries(views.map((each) => [each.step, stateOf(each)]));
}
