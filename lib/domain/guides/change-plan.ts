import type { GuideStructure } from './structure';

const task = 'change-plan';
const permissions = ['subscription.change_plan'] as const;

export const changePlan = {
  id: 'change-plan',
  kind: 'task',
  before: [{ id: 'before-you-start' }],
  steps: [
    {
      id: 'find-app',
      task: null,
      permissions: [],
      fields: ['subscription'],
      labels: ['task.chooseApp'],
      ruleBound: false,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'choose-plan',
      task,
      permissions,
      fields: ['plan', 'quantity'],
      labels: ['changePlan.plan', 'changePlan.quantity', 'changePlan.review'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'review',
      task,
      permissions,
      fields: [],
      labels: [],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'confirm',
      task,
      permissions,
      fields: [],
      labels: ['changePlan.confirm'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [
    { id: 'what-happens-next' },
    { id: 'change-your-mind', labels: ['changePlan.keep'] },
    { id: 'when-it-is-not-possible' },
  ],
} as const satisfies GuideStructure;
