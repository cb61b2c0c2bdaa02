import type { BillingProfileDraft } from '@/db/organizations';
import type { PaymentMethodDraft } from '@/db/payment-methods';
import type { Day } from '@/lib/domain/days';

const NORDLYS = {
  organizationId: 'nordlys',
  country: 'SE',
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
  documentLocale: 'sv-SE',
  billToName: 'Nordlys Bygg AB',
  addressLine2: null,
  region: null,
  vatNumber: 'SE559143208201',
} as const;

const KYMATA = {
  organizationId: 'kymata',
  country: 'GR',
  currency: 'EUR',
  timeZone: 'Europe/Athens',
  documentLocale: 'en-US',
  billToName: 'Kymata Hotels S.A.',
  addressLine2: null,
  region: null,
  vatNumber: 'EL094317285',
} as const;

/** Nobody in particular: questions go to the invoice's recipients. */
const NO_CONTACT = { contactName: null, contactEmail: null, contactPhone: null } as const;

/** A card that pays until long after today. */
function visa(today: Day): PaymentMethodDraft {
  const expiryMonth = `${Number(today.slice(0, 4)) + 2}-09`;
  return { kind: 'card', token: 'tok_visa', brand: 'Visa', lastFour: '4242', expiryMonth };
}

/** A card that the bank turns down. */
export function decliningCard(today: Day): PaymentMethodDraft {
  const expiryMonth = `${Number(today.slice(0, 4)) + 1}-04`;
  return { kind: 'card', token: 'tok_declined', brand: 'Mastercard', lastFour: '0341', expiryMonth };
}

export function listBillingProfiles(today: Day): BillingProfileDraft[] {
  return [
    {
      ...NORDLYS,
      id: 'nordlys-office',
      name: 'Kontoret',
      addressLine1: 'Hantverkargatan 18',
      postalCode: '112 21',
      city: 'Stockholm',
      contactName: 'Erik Nyström',
      contactEmail: 'erik.nystrom@nordlysbygg.example',
      contactPhone: '+46846500412',
      poNumber: null,
      settlement: 'card',
      roles: [
        { personId: 'astrid-lindqvist', role: 'owner' },
        { personId: 'maja-sandberg', role: 'contributor' },
        { personId: 'erik-nystrom', role: 'invoice_manager' },
        { personId: 'karin-holm', role: 'reader' },
      ],
      recipients: ['faktura@nordlysbygg.example'],
      paymentMethod: visa(today),
    },
    {
      ...NORDLYS,
      id: 'nordlys-projects',
      name: 'Byggprojekt',
      billToName: 'Nordlys Bygg AB, Byggprojekt',
      addressLine1: 'FE 4127, Fakturamottagning',
      addressLine2: 'Box 512',
      postalCode: '831 26',
      city: 'Östersund',
      contactName: 'Johan Ekström',
      contactEmail: 'johan.ekstrom@nordlysbygg.example',
      contactPhone: '+46846500427',
      poNumber: '45000-1182',
      settlement: 'invoice',
      roles: [
        { personId: 'astrid-lindqvist', role: 'owner' },
        { personId: 'johan-ekstrom', role: 'contributor' },
        { personId: 'erik-nystrom', role: 'invoice_manager' },
      ],
      recipients: ['faktura@nordlysbygg.example', 'projektekonomi@nordlysbygg.example'],
      paymentMethod: { kind: 'bank_transfer' },
    },
    {
      ...NORDLYS,
      id: 'nordlys-north',
      name: 'Region Norr',
      addressLine1: 'Storgatan 44',
      postalCode: '972 32',
      city: 'Luleå',
      contactName: 'Johan Ekström',
      contactEmail: 'johan.ekstrom@nordlysbygg.example',
      contactPhone: null,
      poNumber: null,
      settlement: 'card',
      roles: [
        { personId: 'johan-ekstrom', role: 'owner' },
        { personId: 'maja-sandberg', role: 'contributor' },
      ],
      recipients: ['faktura@nordlysbygg.example'],
      paymentMethod: visa(today),
    },
    {
      ...KYMATA,
      id: 'kymata-head-office',
      name: 'Head office',
      addressLine1: 'Leof. Syngrou 150',
      postalCode: '176 71',
      city: 'Kallithea',
      contactName: 'Dimitris Kanakis',
      contactEmail: 'dimitris.kanakis@kymata.example',
      contactPhone: '+302105550142',
      poNumber: 'KH-2026-031',
      settlement: 'card',
      roles: [
        { personId: 'eleni-papadaki', role: 'owner' },
        { personId: 'maria-vlachou', role: 'contributor' },
        { personId: 'dimitris-kanakis', role: 'invoice_manager' },
        { personId: 'katerina-ioannou', role: 'reader' },
      ],
      recipients: ['accounts@kymata.example'],
      paymentMethod: visa(today),
    },
    {
      ...KYMATA,
      id: 'kymata-hotels',
      name: 'Hotels',
      addressLine1: 'Akti Miaouli 12',
      addressLine2: '2nd floor',
      postalCode: '185 38',
      city: 'Piraeus',
      contactName: 'Nikos Georgiou',
      contactEmail: 'nikos.georgiou@kymata.example',
      contactPhone: '+302105550177',
      poNumber: 'KH-2026-044',
      settlement: 'invoice',
      roles: [
        { personId: 'eleni-papadaki', role: 'owner' },
        { personId: 'nikos-georgiou', role: 'contributor' },
        { personId: 'dimitris-kanakis', role: 'invoice_manager' },
      ],
      recipients: ['accounts@kymata.example'],
      paymentMethod: { kind: 'bank_transfer' },
    },
    {
      ...KYMATA,
      id: 'kymata-islands',
      name: 'Islands',
      addressLine1: 'Ακτή Εθνικής Αντιστάσεως 3',
      postalCode: '841 00',
      city: 'Ερμούπολη',
      ...NO_CONTACT,
      poNumber: null,
      settlement: 'card',
      roles: [
        { personId: 'nikos-georgiou', role: 'owner' },
        { personId: 'maria-vlachou', role: 'reader' },
      ],
      recipients: ['accounts@kymata.example'],
      paymentMethod: visa(today),
    },
  ];
}
