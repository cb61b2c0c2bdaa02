import type { GuideStructure } from './structure';

const task = 'get-apps';
const permissions = ['subscription.buy'] as const;

export const getApps = {
  id: 'get-apps',
  kind: 'task',
  before: [{ id: 'before-you-start' }],
  steps: [
    {
      id: 'choose-app',
      task,
      permissions: [],
      fields: ['find', 'publisher'],
      labels: ['getApps.find', 'getApps.publisher', 'getApps.show', 'task.chooseApp', 'offers.waiting'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'choose-plan',
      task,
      permissions,
      fields: ['plan', 'quantity'],
      labels: ['getApps.plan', 'getApps.quantity', 'getApps.choosePlan'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'choose-billing-profile',
      task,
      permissions,
      fields: ['profile'],
      labels: ['getApps.profile', 'getApps.chooseProfile'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'accept-agreement',
      task,
      permissions,
      fields: ['agreement'],
      labels: ['getApps.readAgreement', 'getApps.agreement', 'getApps.review'],
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
      labels: ['getApps.confirm'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [
    { id: 'what-happens-next' },
    {
      id: 'orders-and-proposals',
      labels: ['offers.open.partner', 'offers.open.proposal', 'offers.decline.partner', 'offers.decline.proposal'],
    },
    { id: 'when-it-is-not-possible' },
  ],
} as const satisfies GuideStructure;
