import type { DocumentFacts } from '@/lib/domain/document-snapshot';

const place = { addressLine1: 'Torget 1', addressLine2: null, postalCode: '972 32', city: 'Luleå', region: null };
const party = { ...place, country: 'SE', name: 'Nordlys Bygg AB', vatNumber: 'SE559143208201' };

/** A line of a document: four licenses more, 22–30 November, 154.80 SEK. */
export const increaseLine: DocumentFacts['lines'][number] = {
  id: 'line',
  kind: 'increase',
  subscriptionId: 'subscription',
  appName: 'Tallyworks',
  planName: 'Pro',
  publisher: { ...place, country: 'GB', name: 'Tallyworks Ltd' },
  fromQuantity: 10,
  toQuantity: 14,
  credits: null,
  servedFrom: '2026-11-22',
  servedUntil: '2026-12-01',
  periodDays: 30,
  netMinor: 15480n,
  vatCategory: 'S',
  vatRateBp: 2500,
};

/** An invoice of that line on a card profile. */
export const invoiceFacts: DocumentFacts = {
  kind: 'invoice',
  number: '2026-00418',
  issuedOn: '2026-11-22',
  locale: 'sv-SE',
  currency: 'SEK',
  settlement: 'card',
  seller: { ...party, name: 'Torgvind Handel AB' },
  soldTo: { name: 'Nordlys Bygg AB', country: 'SE' },
  billTo: { ...party, contactName: 'Erik Nyström', contactEmail: 'erik@nordlysbygg.example' },
  profile: { id: 'profile', name: 'Kontoret' },
  poNumber: null,
  lines: [increaseLine],
};
