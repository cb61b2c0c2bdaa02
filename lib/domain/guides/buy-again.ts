import type { GuideStructure } from './structure';

const task = 'buy-again';
const permissions = ['subscription.buy'] as const;

export const buyAgain = {
  id: 'buy-again',
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
      fields: ['plan', 'quantity', 'profile'],
      labels: ['buyAgain.choose'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'accept-agreement',
      task,
      permissions,
      fields: ['agreement'],
      labels: ['buyAgain.readAgreement', 'buyAgain.agreement', 'buyAgain.review'],
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
      labels: ['buyAgain.confirm'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [{ id: 'what-happens-next' }, { id: 'customer-agreement' }],
} as const satisfies GuideStructure;
