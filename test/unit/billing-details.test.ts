import { describe, expect, it } from 'vitest';
import { type BillingDetails, changedParts } from '@/lib/domain/billing-details';
import { placeFieldsOf, regionKindOf } from '@/lib/server/address-fields';
import { readDetails } from '@/lib/server/billing-details';
import { parsePhone, writtenPhone } from '@/lib/server/phone-number';
import { parseVatNumber } from '@/lib/server/vat-number';

const typed = {
  billToName: 'Nordlys Bygg AB',
  addressLine1: 'Hantverkargatan 18',
  postalCode: '11221',
  city: 'Stockholm',
  contactName: 'Erik Nyström',
  contactEmail: 'Erik.Nystrom@nordlysbygg.example',
  contactPhone: '08-465 004 12',
  recipient1: 'faktura@nordlysbygg.example',
  recipient2: ' ',
  recipient3: 'Ekonomi@nordlysbygg.example',
  recipient4: 'faktura@nordlysbygg.example',
  poNumber: '45000-1182',
  vatNumber: '559143-2082 01',
};
const sweden = { country: 'SE', documentLocale: 'sv-SE' };

const details: BillingDetails = {
  billToName: 'Nordlys Bygg AB',
  addressLine1: 'Hantverkargatan 18',
  addressLine2: null,
  postalCode: '112 21',
  city: 'Stockholm',
  region: null,
  contactName: 'Erik Nyström',
  contactEmail: 'erik.nystrom@nordlysbygg.example',
  contactPhone: '+46846500412',
  poNumber: '45000-1182',
  vatNumber: 'SE559143208201',
  documentLocale: 'sv-SE',
  recipients: ['ekonomi@nordlysbygg.example', 'faktura@nordlysbygg.example'],
};

describe('billing details as they are typed', () => {
  it('are kept in one spelling', () => {
    expect(readDetails(typed, sweden)).toEqual({ details });
  });

  it('come back with everything that is wrong at once, each at its field', () => {
    const wrong = {
      ...typed,
      billToName: 'Nord\u202elys',
      addressLine1: ' ',
      addressLine2: 'x'.repeat(101),
      postalCode: '112',
      city: '',
      contactEmail: 'erik',
      contactPhone: '12',
      recipient2: 'faktura@',
      recipient10: `${'a'.repeat(250)}@b.se`,
      poNumber: '4'.repeat(51),
      vatNumber: 'SE559143208202',
    };
    const read = readDetails(wrong, sweden);
    expect('errors' in read && read.errors.map(({ field, code }) => `${field}: ${code}`)).toEqual([
      'billToName: bill_to_not_plain',
      'addressLine1: street_missing',
      'addressLine2: address_more_too_long',
      'postalCode: postal_code_malformed',
      'city: city_missing',
      'contactEmail: email_malformed',
      'contactPhone: phone_malformed',
      'recipient2: email_malformed',
      'recipient10: email_too_long',
      'poNumber: po_number_too_long',
      'vatNumber: vat_number_malformed',
    ]);
  });

  it('tell which parts were changed', () => {
    expect(changedParts(details, details)).toEqual([]);
    const other = { ...details, city: 'Solna', postalCode: '169 70', recipients: [], poNumber: null };
    expect(changedParts(details, other)).toEqual(['address', 'recipients', 'poNumber']);
  });
});

describe('VAT numbers', () => {
  it.each([
    ['SE', 'SE 5591432082-01', 'SE559143208201'],
    ['SE', '559143208201', 'SE559143208201'],
    ['GR', 'GR094317285', 'EL094317285'],
    ['GR', '094 317 285', 'EL094317285'],
    ['CH', 'CHE-107.787.577 IVA', 'CHE107787577IVA'],
    ['NO', '923 609 016 MVA', 'NO923609016MVA'],
    ['AU', '51 824 753 556', '51824753556'],
    ['SE', ' ', null],
  ])('%s: "%s" → %s', (country, number, expected) => {
    expect(parseVatNumber(number, country)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['SE', 'SE559143208202'],
    ['SE', 'DE136695976'],
    ['GR', 'EL094317286'],
    ['AU', '<b>'],
    ['AU', '1'.repeat(21)],
  ])('%s: "%s" is refused', (country, number) => {
    expect(parseVatNumber(number, country)).toEqual({ ok: false, refusal: 'vat_number_malformed' });
  });
});

describe('phone numbers', () => {
  it.each([
    ['SE', '08-465 004 12', '+46846500412'],
    ['SE', '+30 210 555 0142', '+302105550142'],
    ['GR', '210 555 0142', '+302105550142'],
    ['SE', '', null],
  ])('%s: "%s" → %s', (country, number, expected) => {
    expect(parsePhone(number, country)).toEqual({ ok: true, value: expected });
  });

  it.each(['1', '08-465 004 12 ext 5', 'ring 08-465 004 12', '+999 1234', 'noll åtta'])('"%s" is refused', (number) => {
    expect(parsePhone(number, 'SE')).toEqual({ ok: false, refusal: 'phone_malformed' });
  });

  it('are written as people write them', () => {
    expect(writtenPhone('+46846500412')).toBe('+46 8 465 004 12');
  });
});

describe('the fields of an address', () => {
  it.each([
    ['SE', 'postalCode city region', undefined],
    ['GR', 'postalCode city region', undefined],
    ['US', 'city region postalCode', 'state'],
    ['GB', 'city postalCode region', undefined],
    ['IT', 'postalCode city region', 'province'],
    ['IE', 'city region postalCode', 'county'],
  ])('%s: in the order in which it is written there', (country, order, kind) => {
    expect(placeFieldsOf(country).join(' ')).toBe(order);
    expect(regionKindOf(country)).toBe(kind);
  });
});
