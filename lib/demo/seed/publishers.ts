import type { PublisherDraft } from '@/db/offers';

export const PUBLISHERS: readonly PublisherDraft[] = [
  {
    id: 'tallyworks',
    name: 'Tallyworks Ltd',
    landingUrl: 'https://portal.tallyworks.example/landing',
    supportUrl: 'https://www.tallyworks.example/support',
  },
  {
    id: 'brattkant',
    name: 'Brattkant Programvara AB',
    landingUrl: 'https://portal.brattkant.example/landing',
    supportUrl: 'https://www.brattkant.example/support',
  },
  {
    id: 'meltemi',
    name: 'Meltemi Software S.A.',
    landingUrl: 'https://portal.meltemi.example/landing',
    supportUrl: 'https://www.meltemi.example/support',
  },
];
