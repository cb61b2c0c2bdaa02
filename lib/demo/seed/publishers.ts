import type { PublisherDraft } from '@/db/offers';

export const PUBLISHERS: readonly PublisherDraft[] = [
  {
    id: 'tallyworks',
    name: 'Tallyworks Ltd',
    portalUrl: 'https://portal.tallyworks.example/',
    supportUrl: 'https://www.tallyworks.example/support',
  },
  {
    id: 'brattkant',
    name: 'Brattkant Programvara AB',
    portalUrl: 'https://portal.brattkant.example/',
    supportUrl: 'https://www.brattkant.example/support',
  },
  {
    id: 'meltemi',
    name: 'Meltemi Software S.A.',
    portalUrl: 'https://portal.meltemi.example/',
    supportUrl: 'https://www.meltemi.example/support',
  },
];
