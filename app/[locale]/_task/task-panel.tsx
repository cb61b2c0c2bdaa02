import type { TaskView } from './view';

type Props = {
  /** The task's id: also its anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly view: TaskView;
};

/** A task on the page of its record: the step the reader is at, with the same form as in its guide. */
export function TaskPanel({ id, title, view }: Props) {
  const { step, state } = currentStep(view);
  return (
    <section aria-labelledby={id} className="panel">
      <h2 id={id}>{title}</h2>
      <div id={step}>
        {'reason' in state ? <p>{view.reasonText(state.reason)}</p> : null}
        {view.slips[step]}
      </div>
    </section>
  );
}

/** The first step that is neither done nor to come; when all are done, the last. */
function currentStep({ states }: TaskView) {
  const steps = Object.entries(states).map(([step, state]) => ({ step, state }));
  const current = steps.find(({ state }) => state.state !== 'done' && state.state !== 'todo') ?? steps.at(-1);
  if (!current) throw new Error('A task has steps');
  return current;
}
