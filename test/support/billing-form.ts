import { eq } from 'drizzle-orm';
import { editBillingProfile } from '@/app/[locale]/_tasks/edit-billing-profile/action';
import { read } from '@/db/client';
import { billingProfiles } from '@/db/schema';
import { at, everything } from './database';
import { type Fields, formOf, signIn, submit } from './submit';

export const now = at('2026-11-22');
const here = '/sv-SE/billing/profiles/nordlys-office?do=edit-billing-profile';
/** The form of the demo's office, as it is rendered. */
export const stored = {
  locale: 'sv-SE',
  here,
  at: 'edit-contact',
  key: '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10',
  profile: 'nordlys-office',
  version: '1',
  billToName: 'Nordlys Bygg AB',
  addressLine1: 'Hantverkargatan 18',
  addressLine2: '',
  postalCode: '112 21',
  city: 'Stockholm',
  contactName: 'Erik Nyström',
  contactEmail: 'erik.nystrom@nordlysbygg.example',
  contactPhone: '+46 8 465 004 12',
  poNumber: '',
  vatNumber: 'SE559143208201',
  documentLocale: 'sv-SE',
  recipient1: 'faktura@nordlysbygg.example',
  recipient2: '',
};
/** With another address, reference, phone number and recipient. */
export const changed = {
  ...stored,
  postalCode: '11222',
  poNumber: 'PO 77',
  contactPhone: '08-465 004 13',
  recipient1: '',
  recipient2: 'ekonomi@nordlysbygg.example',
};

export async function send(fields: Fields, person = 'maja-sandberg') {
  return submit(editBillingProfile, formOf(fields), { session: await signIn(person, now), now });
}

export async function profileNow() {
  const [profile] = await read((db) =>
    db.select().from(billingProfiles).where(eq(billingProfiles.id, 'nordlys-office')),
  );
  return profile;
}

/** Everything but the sessions that signing in leaves. */
export async function unchangeable() {
  const { sessions: _, ...rest } = await everything();
  return rest;
}
