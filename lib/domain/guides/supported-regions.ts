import type { GuideStructure } from './structure';

export const supportedRegions = {
  id: 'supported-regions',
  kind: 'reference',
  before: [
    { id: 'check-country', labels: ['supportedRegions.country', 'supportedRegions.check'], content: 'country-answer' },
    { id: 'where-apps-are-sold', content: 'sold-in' },
    { id: 'what-the-country-decides', labels: ['frame.language'] },
  ],
  steps: [],
  after: [],
} as const satisfies GuideStructure;
