import type { GuideStructure } from './structure';

const task = 'change-license-quantity';
const permissions = ['subscription.increase', 'subscription.decrease'] as const;

export const changeLicenseQuantity = {
  id: 'change-license-quantity',
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
      id: 'choose-quantity',
      task,
      permissions,
      fields: ['quantity'],
      labels: ['changeLicenseQuantity.quantity', 'changeLicenseQuantity.review'],
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
      labels: ['changeLicenseQuantity.confirm'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [
    { id: 'what-happens-next' },
    {
      id: 'change-your-mind',
      labels: ['changeLicenseQuantity.takeBack', 'changeLicenseQuantity.removePending'],
    },
    { id: 'when-it-is-not-possible' },
  ],
} as const satisfies GuideStructure;
