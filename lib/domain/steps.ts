/** Where a step of a guide stands for one reader. A reason is a message key; a problem is shown as one. */
export type StepState<Reason extends string = string> =
  | { readonly state: 'done' | 'here' | 'todo' }
  | { readonly state: 'blocked' | 'not_needed'; readonly reason: Reason; readonly isProblem: boolean };

export const DONE = { state: 'done' } as const;
export const HERE = { state: 'here' } as const;
export const TO_COME = { state: 'todo' } as const;

/** What stands in the way of a step; a problem is something that went wrong, such as a failed payment. */
export function blocked<Reason extends string>(reason: Reason, isProblem = false): StepState<Reason> {
  return { state: 'blocked', reason, isProblem };
}

export function notNeeded<Reason extends string>(reason: Reason): StepState<Reason> {
  return { state: 'not_needed', reason, isProblem: false };
}

/** Find, choose, review, confirm: the steps of a task that is reviewed, by the names its guide gives them. */
export type ReviewSteps<Step extends string> = readonly [find: Step, choose: Step, review: Step, confirm: Step];

/** How far a reader has come; an obstacle is what stands in the way of what was chosen. */
export type ReviewSituation<Reason extends string> =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'chosen'; readonly obstacle: StepState<Reason> | undefined };

/** States of a reviewed task's steps, from what is so and never from what was clicked. */
export function stepsOfReview<Step extends string, Reason extends string>(
  [find, choose, review, confirm]: ReviewSteps<Step>,
  situation: ReviewSituation<Reason>,
): Readonly<Record<Step, StepState<Reason>>> {
  type State = StepState<Reason>;
  const states = (...[first, second, third, fourth]: readonly [State, State, State, State]) =>
    ({ [find]: first, [choose]: second, [review]: third, [confirm]: fourth }) as Record<Step, State>;
  switch (situation.at) {
    case 'no_reader':
      return states(TO_COME, TO_COME, TO_COME, TO_COME);
    case 'nothing_chosen':
      return states(HERE, TO_COME, TO_COME, TO_COME);
    case 'preview_stored':
      return states(DONE, DONE, HERE, TO_COME);
    case 'receipt_made':
      return states(DONE, DONE, DONE, DONE);
    case 'chosen': {
      const { obstacle } = situation;
      const rest = obstacle?.state === 'not_needed' ? obstacle : TO_COME;
      return states(DONE, obstacle ?? HERE, rest, rest);
    }
  }
}
