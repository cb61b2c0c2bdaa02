import { DONE, HERE, type StepState } from './steps';

/** Reading comes before paying: whoever can pay now has the figures above, and is at the paying. */
export function readStateOf(pay: StepState): StepState {
  const isNext = pay.state === 'here' || (pay.state === 'blocked' && pay.isProblem);
  return isNext ? DONE : HERE;
}
