import type { PostalAddress } from '@/lib/domain/address';
import type { DocumentSnapshot, Party } from '@/lib/domain/document-snapshot';
import type { XmlContent } from './xml';

/** Scheme of an electronic address that is a VAT number, by country (EAS code list). */
const VAT_SCHEME: Readonly<Record<string, string>> = {
  AD: '9922',
  AT: '9914',
  BE: '9925',
  CH: '9927',
  DE: '9930',
  ES: '9920',
  FI: '0213',
  FR: '9957',
  GB: '9932',
  GR: '9933',
  IE: '9935',
  IT: '0211',
  LI: '9936',
  LU: '9938',
  MC: '9940',
  MT: '9943',
  NL: '9944',
  PT: '9946',
  SM: '9951',
  VA: '9953',
};

/** BG-4. */
export function sellerOf({ seller }: DocumentSnapshot): XmlContent {
  return { 'cac:Party': partyOf(seller, addressOf(seller), endpointOf(seller)) };
}

/** BG-7. Who has no VAT number is reached at the contact's email address. */
export function buyerOf({ billTo }: DocumentSnapshot): XmlContent {
  const { contactName, contactEmail } = billTo;
  const endpoint = endpointOf(billTo) ?? (contactEmail ? { id: contactEmail, scheme: 'EM' } : undefined);
  const contact = { 'cbc:Name': contactName ?? undefined, 'cbc:ElectronicMail': contactEmail ?? undefined };
  return {
    'cac:Party': {
      ...partyOf(billTo, addressOf(billTo), endpoint),
      'cac:Contact': contactName || contactEmail ? contact : undefined,
    },
  };
}

/** BG-13: who bought, where that is told apart from who pays. */
export function deliveryOf({ soldTo }: DocumentSnapshot): XmlContent {
  return {
    'cac:DeliveryLocation': { 'cac:Address': { 'cac:Country': { 'cbc:IdentificationCode': soldTo.country } } },
    'cac:DeliveryParty': { 'cac:PartyName': { 'cbc:Name': soldTo.name } },
  };
}

type Endpoint = { readonly id: string; readonly scheme: string };

function partyOf({ name, vatNumber, country }: Party, address: XmlContent, endpoint: Endpoint | undefined) {
  const vatId = vatIdOf({ vatNumber, country });
  const taxScheme = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
  return {
    'cbc:EndpointID': endpoint?.id,
    'cbc:EndpointID@schemeID': endpoint?.scheme,
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': address,
    'cac:PartyTaxScheme': vatId ? { 'cbc:CompanyID': vatId, ...taxScheme } : undefined,
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': name,
      'cbc:CompanyID': vatId ? swedishNumberOf(vatId) : (vatNumber ?? undefined),
      'cbc:CompanyID@schemeID': vatId && swedishNumberOf(vatId) ? '0007' : undefined,
    },
  };
}

/** The number if it begins with its country's code, as a VAT identifier must (BR-CO-09); Greece writes EL. */
function vatIdOf({ vatNumber, country }: Pick<Party, 'vatNumber' | 'country'>): string | undefined {
  const prefixes = country === 'GR' ? ['EL', 'GR'] : [country];
  return vatNumber && prefixes.some((prefix) => prefix && vatNumber.startsWith(prefix)) ? vatNumber : undefined;
}

/** A Swedish VAT number holds the company's registration number. */
function swedishNumberOf(vatId: string): string | undefined {
  return /^SE(\d{10})01$/.exec(vatId)?.[1];
}

function endpointOf(party: Party): Endpoint | undefined {
  const vatId = vatIdOf(party);
  const company = vatId && swedishNumberOf(vatId);
  if (company) return { id: company, scheme: '0007' };
  const scheme = VAT_SCHEME[party.country ?? ''];
  return vatId && scheme ? { id: vatId, scheme } : undefined;
}

function addressOf(address: PostalAddress): XmlContent {
  return {
    'cbc:StreetName': address.addressLine1 ?? undefined,
    'cbc:AdditionalStreetName': address.addressLine2 ?? undefined,
    'cbc:CityName': address.city ?? undefined,
    'cbc:PostalZone': address.postalCode ?? undefined,
    'cbc:CountrySubentity': address.region ?? undefined,
    'cac:Country': { 'cbc:IdentificationCode': address.country ?? undefined },
  };
}
