import { describe, expect, it } from 'vitest';
import { ATTENTION_CODES } from '@/lib/domain/attention';
import { listOtherGuides, MAIN_TASKS } from '@/lib/domain/guides/main-tasks';
import { findAnswerTo, findOwnAct } from '@/lib/domain/guides/own-acts';
import { findGuide, GUIDES } from '@/lib/domain/guides/registry';
import type { GuideStructure } from '@/lib/domain/guides/structure';
import { SUBSCRIPTION_STATES } from '@/lib/domain/subscription-states';

const guides: readonly GuideStructure[] = GUIDES;

describe('what a guide does with a subscription', () => {
  it('begins at a step of that guide which has the task and asks for a permission', () => {
    for (const { id } of GUIDES) {
      const act = findOwnAct(id);
      if (!act) continue;
      const step = findGuide(id)?.steps.find((each) => each.id === act.step);
      expect(step?.task, id).toEqual(expect.any(String));
      expect(step?.permissions, id).not.toEqual([]);
    }
  });

  it('changes the number of licenses where there is one', () => {
    const act = findOwnAct('change-license-quantity');
    const fitting = SUBSCRIPTION_STATES.filter((state) => act?.fits({ state, pricing: 'per_license' }));
    expect(fitting).toEqual(['active', 'active_ending']);
    expect(SUBSCRIPTION_STATES.filter((state) => act?.fits({ state, pricing: 'flat' }))).toEqual([]);
  });

  it('changes the plan where the app runs', () => {
    const act = findOwnAct('change-plan');
    for (const pricing of ['per_license', 'flat'] as const) {
      const fitting = SUBSCRIPTION_STATES.filter((state) => act?.fits({ state, pricing }));
      expect(fitting).toEqual(['active', 'active_ending']);
    }
  });

  it('answers what needs attention in one place at most', () => {
    for (const code of ATTENTION_CODES) {
      expect(GUIDES.filter(({ id }) => findOwnAct(id)?.answers.includes(code)).length, code).toBeLessThanOrEqual(1);
    }
    expect(findAnswerTo('planned_change')).toEqual({ guideId: 'change-license-quantity', step: 'choose-quantity' });
  });
});

describe('the front page', () => {
  it('has a card for as many tasks as there are, six at most', () => {
    const tasks = guides.filter(({ kind }) => kind === 'task');
    expect(MAIN_TASKS.length).toBe(Math.min(6, tasks.length));
    expect(new Set(MAIN_TASKS).size).toBe(MAIN_TASKS.length);
    for (const id of MAIN_TASKS) expect(findGuide(id)?.kind, id).toBe('task');
  });

  it('names every guide once', () => {
    expect([...MAIN_TASKS, ...listOtherGuides()].sort()).toEqual(GUIDES.map(({ id }) => id).sort());
  });
});
