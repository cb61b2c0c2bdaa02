import type { GuideStructure } from './structure';

export const manageThirdPartyApps = {
  id: 'manage-third-party-apps',
  kind: 'reference',
  before: [
    { id: 'where-to-do-what' },
    { id: 'price-models' },
    { id: 'life-of-an-app', content: 'life-table' },
    { id: 'who-may-do-what' },
    { id: 'where-apps-are-sold' },
    { id: 'get-help' },
  ],
  steps: [],
  after: [],
} as const satisfies GuideStructure;
