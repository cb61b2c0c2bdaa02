import { randomBytes } from 'node:crypto';

const LIFE_MS = 30 * 60_000;
/** Longer than a merchant waits. */
const ANSWER_LIFE_MS = 7 * 24 * 60 * 60_000;

/** What a merchant asks for when a charge waits for the payer. `reference` ends with the amount: '…_1612.50_SEK'. */
export type ApprovalAsked = {
  readonly reference: string;
  readonly idempotencyKey: string;
  readonly locale: string;
  readonly returnUrl: string;
};

export type ApprovalVisit = ApprovalAsked & { readonly id: string; readonly expiresAt: number };
export type ApprovalAnswer = 'succeeded' | 'declined';
export type Approvals = ReturnType<typeof openApprovals>;

/** Visits to approve a charge, for half an hour each, and what was answered, for a week. */
export function openApprovals(clock: () => number) {
  const byId = new Map<string, ApprovalVisit>();
  const answers = new Map<string, { readonly given: ApprovalAnswer; readonly until: number }>();

  function find(id: string): ApprovalVisit | undefined {
    const visit = byId.get(id);
    return visit && clock() < visit.expiresAt ? visit : undefined;
  }

  function answerOf(reference: string): ApprovalAnswer | undefined {
    const answer = answers.get(reference);
    return answer && clock() < answer.until ? answer.given : undefined;
  }

  return {
    find,
    answerOf,
    /** The same key is the same visit, as long as it lasts. */
    open(asked: ApprovalAsked): ApprovalVisit {
      for (const { id, expiresAt } of byId.values()) if (expiresAt <= clock()) byId.delete(id);
      const earlier = [...byId.values()].find(({ idempotencyKey }) => idempotencyKey === asked.idempotencyKey);
      if (earlier) return earlier;
      const visit = { ...asked, id: randomBytes(18).toString('base64url'), expiresAt: clock() + LIFE_MS };
      byId.set(visit.id, visit);
      return visit;
    },
    /** The first answer stays. */
    answer(id: string, given: ApprovalAnswer): void {
      const visit = find(id);
      if (!visit || answerOf(visit.reference)) return;
      for (const [reference, { until }] of answers) if (until <= clock()) answers.delete(reference);
      answers.set(visit.reference, { given, until: clock() + ANSWER_LIFE_MS });
    },
  };
}
