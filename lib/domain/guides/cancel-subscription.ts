import type { GuideStructure } from './structure';

const task = 'cancel-subscription';
const permissions = ['subscription.cancel'] as const;

export const cancelSubscription = {
  id: 'cancel-subscription',
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
      id: 'choose-when',
      task,
      permissions,
      fields: ['time'],
      labels: ['cancelSubscription.atEnd', 'cancelSubscription.now', 'cancelSubscription.review'],
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
      labels: ['cancelSubscription.confirmAtEnd', 'cancelSubscription.confirmNow'],
      ruleBound: true,
      irreversible: true,
      ruleRevision: 1,
    },
  ],
  after: [
    { id: 'what-happens-next' },
    { id: 'change-your-mind', labels: ['cancelSubscription.keep'] },
    { id: 'money-back' },
    { id: 'your-data' },
  ],
} as const satisfies GuideStructure;
