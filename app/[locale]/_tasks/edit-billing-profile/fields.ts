import { getLocale, getTranslations } from 'next-intl/server';
import type { BillingProfile } from '@/db/billing-profiles';
import type { BillingDetails } from '@/lib/domain/billing-details';
import { examplePostalCode } from '@/lib/domain/postal-codes';
import { LOCALES } from '@/lib/i18n/locales';
import { formatCountry, formatLanguage } from '@/lib/i18n/names';
import { placeFieldsOf, regionKindOf } from '@/lib/server/address-fields';
import { RECIPIENT_FIELDS } from '@/lib/server/billing-details';
import { writtenPhone } from '@/lib/server/phone-number';
import type { FieldGroup, LineField } from './form';

/** Empty fields that stand ready for further recipients. */
const READY = 3;

type Wanted = { readonly profile: BillingProfile; readonly details: BillingDetails; readonly organization: string };

/** The form's fields in their groups, an address in the order of its country, each with what is stored now. */
export async function groupsOf({ profile, details, organization }: Wanted): Promise<FieldGroup[]> {
  const t = await getTranslations('editBillingProfile');
  const locale = await getLocale();
  const { contactPhone, recipients } = details;
  const country = formatCountry(locale, profile.country);
  const ready = RECIPIENT_FIELDS.slice(0, recipients.length + READY);
  return [
    {
      id: 'address',
      legend: t('address'),
      hint: t('addressHint', { country }),
      fields: [
        {
          name: 'billToName',
          label: t('billToName'),
          hint: t('billToNameHint', { organization }),
          value: details.billToName,
          autoComplete: 'organization',
        },
        { name: 'addressLine1', label: t('street'), value: details.addressLine1, autoComplete: 'address-line1' },
        { name: 'addressLine2', label: t('addressMore'), value: details.addressLine2, autoComplete: 'address-line2' },
        ...(await placeFields({ profile, details })),
      ],
    },
    {
      id: 'contact',
      legend: t('contact'),
      hint: t('contactHint'),
      fields: [
        { name: 'contactName', label: t('contactName'), value: details.contactName, autoComplete: 'name' },
        { name: 'contactEmail', label: t('contactEmail'), value: details.contactEmail, type: 'email' },
        {
          name: 'contactPhone',
          label: t('contactPhone'),
          value: contactPhone && writtenPhone(contactPhone),
          type: 'tel',
        },
      ],
    },
    {
      id: 'recipients',
      legend: t('recipients'),
      hint: t('recipientsHint', { most: RECIPIENT_FIELDS.length }),
      fields: ready.map((name, index) => ({
        name,
        label: t('recipient', { number: index + 1 }),
        isLabelHidden: true,
        value: recipients[index] ?? null,
        type: 'email',
      })),
    },
    {
      id: 'references',
      legend: t('references'),
      fields: [
        { name: 'poNumber', label: t('poNumber'), hint: t('poNumberHint'), value: details.poNumber },
        { name: 'vatNumber', label: t('vatNumber'), hint: t('vatNumberHint', { country }), value: details.vatNumber },
        {
          name: 'documentLocale',
          label: t('documentLanguage'),
          value: details.documentLocale,
          options: LOCALES.map((tag) => ({ value: tag, label: formatLanguage(tag), lang: tag })),
        },
      ],
    },
  ];
}

async function placeFields({
  profile: { country },
  details,
}: Pick<Wanted, 'profile' | 'details'>): Promise<LineField[]> {
  const t = await getTranslations('editBillingProfile');
  const regionKind = regionKindOf(country);
  const example = examplePostalCode(country);
  const fields = {
    postalCode: {
      name: 'postalCode',
      label: t('postalCode', { country }),
      value: details.postalCode,
      autoComplete: 'postal-code',
      isShort: true,
      ...(example ? { hint: t('postalCodeHint', { example }) } : {}),
    },
    city: { name: 'city', label: t('city', { country }), value: details.city, autoComplete: 'address-level2' },
    region: {
      name: 'region',
      label: t('region', { kind: regionKind ?? 'region' }),
      value: details.region,
      autoComplete: 'address-level1',
    },
  } as const satisfies Readonly<Record<string, LineField>>;
  const isAsked = (field: keyof typeof fields) =>
    field !== 'region' || regionKind !== undefined || details.region !== null;
  return placeFieldsOf(country)
    .filter(isAsked)
    .map((field) => fields[field]);
}
