import { newId } from '@/db/ids';
import { type BillingProfileDraft, saveNewOrganization } from '@/db/organizations';
import { JobScope } from '@/db/scope-mint';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { currencyOf } from '@/lib/domain/regions';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';

export type OrganizationWish = {
  readonly name: string;
  /** ISO 3166-1, capitals. */
  readonly country: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly ownerName: string;
  /** As `parseEmail` gives it. */
  readonly ownerEmail: string;
  /** Name of a billing profile that is paid by bank transfer, in the country's currency. */
  readonly billingProfile?: string | undefined;
};

type Refusal = 'organization_exists' | 'person_exists' | 'country_not_served' | 'busy';

/** Makes an organization with its first owner, who then signs in by link or by their work account. Answers its id. */
export async function createOrganization(wish: OrganizationWish): Promise<Outcome<string, Refusal>> {
  const { name, country, locale, timeZone } = wish;
  const organization = { id: newId(), name, country, locale, timeZone };
  const owner = {
    id: newId(),
    organizationId: organization.id,
    name: wish.ownerName,
    email: wish.ownerEmail,
    role: 'owner',
  } as const;
  const profile = profileOf(wish, organization.id, owner.id);
  if (!profile.ok) return profile;
  const made = { organization, owner, billingProfile: profile.value };
  const saved = await saveNewOrganization(new JobScope('org-create'), made, nowAt());
  return saved.ok ? accept(organization.id) : saved;
}

/** The owner fills in the address, contact and numbers on the profile's page. */
const NOTHING_SAID = {
  billToName: null,
  addressLine1: null,
  addressLine2: null,
  postalCode: null,
  city: null,
  region: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  poNumber: null,
  vatNumber: null,
} as const;

function profileOf(
  { billingProfile: name, country, locale, timeZone }: OrganizationWish,
  organizationId: string,
  personId: string,
): Outcome<BillingProfileDraft | undefined, 'country_not_served'> {
  if (name === undefined) return accept(undefined);
  const currency = currencyOf(country);
  if (!currency.ok) return currency;
  return accept({
    id: newId(),
    organizationId,
    name,
    ...NOTHING_SAID,
    country,
    currency: currency.value,
    timeZone,
    documentLocale: locale,
    settlement: 'invoice',
    roles: [{ personId, role: 'owner' }],
    recipients: [],
    paymentMethod: { kind: 'bank_transfer' },
  });
}
