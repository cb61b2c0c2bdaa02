import type { GuideStructure } from './structure';

const task = 'open-publisher-portal';
const permissions = ['publisher_portal.open'] as const;

export const activateApp = {
  id: 'activate-app',
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
      id: 'open-publisher-portal',
      task,
      permissions,
      fields: [],
      labels: ['openPublisherPortal.activate'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'set-up-app',
      task: null,
      permissions: [],
      fields: [],
      labels: ['openPublisherPortal.again'],
      ruleBound: false,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'check-status',
      task: null,
      permissions: [],
      fields: [],
      labels: ['openPublisherPortal.checkAgain'],
      ruleBound: false,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [{ id: 'what-happens-next' }, { id: 'when-it-does-not-work', labels: ['openPublisherPortal.again'] }],
} as const satisfies GuideStructure;
