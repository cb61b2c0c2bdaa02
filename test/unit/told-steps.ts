import type { StepState } from '@/lib/domain/steps';

/** The states of a guide's steps as one line: 'done here blocked!(payment_failed)'. */
export function told<Step extends string>(steps: readonly Step[], states: Readonly<Record<Step, StepState>>): string {
  const words = steps.map((step) => {
    const found: StepState = states[step];
    return 'reason' in found ? `${found.state}${found.isProblem ? '!' : ''}(${found.reason})` : found.state;
  });
  return words.join(' ');
}
