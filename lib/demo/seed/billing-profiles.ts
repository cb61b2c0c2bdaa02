import type { BillingProfileDraft } from '@/db/organizations';
import type { PaymentMethodDraft } from '@/db/payment-methods';
import type { Day } from '@/lib/domain/days';

const NORDLYS = {
  organizationId: 'nordlys',
  country: 'SE',
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
  documentLocale: 'sv-SE',
} as const;

const KYMATA = {
  organizationId: 'kymata',
  country: 'GR',
  currency: 'EUR',
  timeZone: 'Europe/Athens',
  documentLocale: 'en-US',
} as const;

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
