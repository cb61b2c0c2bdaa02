import type { GuideStructure } from './structure';

const task = 'change-billing-profile';
const permissions = ['subscription.move'] as const;

export const changeBillingProfile = {
  id: 'change-billing-profile',
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
      id: 'choose-billing-profile',
      task,
      permissions,
      fields: ['profile'],
      labels: ['changeBillingProfile.profile', 'changeBillingProfile.review'],
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
      labels: ['changeBillingProfile.confirm'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [{ id: 'what-happens-next' }, { id: 'change-your-mind' }, { id: 'when-it-is-not-possible' }],
} as const satisfies GuideStructure;
