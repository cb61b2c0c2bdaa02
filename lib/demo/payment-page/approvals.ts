import { openVisits, type Visit } from './visits';

/** Longer than a merchant waits. */
const ANSWER_LIFE_MS = 7 * 24 * 60 * 60_000;

/** What a merchant asks for when a charge waits for the payer. `reference` ends with the amount: '…_1612.50_SEK'. */
export type ApprovalAsked = {
  readonly reference: string;
  readonly idempotencyKey: string;
  readonly locale: string;
  readonly returnUrl: string;
};

export type ApprovalVisit = Visit<ApprovalAsked>;
export type ApprovalAnswer = 'succeeded' | 'declined';
export type Approvals = ReturnType<typeof openApprovals>;

/** Visits to approve a charge, and what was answered, for a week. */
export function openApprovals(clock: () => number) {
  const { find, open } = openVisits<ApprovalAsked>(clock);
  const answers = new Map<string, { readonly given: ApprovalAnswer; readonly until: number }>();

  function answerOf(reference: string): ApprovalAnswer | undefined {
    const answer = answers.get(reference);
    return answer && clock() < answer.until ? answer.given : undefined;
  }

  return {
    find,
    answerOf,
    open,
    /** The first answer stays. */
    answer(id: string, given: ApprovalAnswer): void {
      const visit = find(id);
      if (!visit || answerOf(visit.reference)) return;
      for (const [reference, { until }] of answers) if (until <= clock()) answers.delete(reference);
      answers.set(visit.reference, { given, until: clock() + ANSWER_LIFE_MS });
    },
  };
}
