import type { GuideStructure } from './structure';

const task = 'open-publisher-portal';
const permissions = ['publisher_portal.open'] as const;

export const assignLicenses = {
  id: 'assign-licenses',
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
      labels: ['openPublisherPortal.assign'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'assign-users',
      task: null,
      permissions: [],
      fields: [],
      labels: ['openPublisherPortal.checkAgain'],
      ruleBound: false,
      irreversible: false,
      ruleRevision: 1,
    },
  ],
  after: [{ id: 'take-back' }, { id: 'flat-price' }],
} as const satisfies GuideStructure;
