'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { findBillingProfile } from '@/db/billing-profiles';
import { LOCALES } from '@/lib/i18n/locales';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import { type DetailsCode, RECIPIENT_FIELDS, readDetails } from '@/lib/server/billing-details';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { type EditRefusal, editProfile } from '@/lib/server/profile-edit';

const line = z.string().default('');

/** Saves what a billing profile says of itself, and who is sent its invoices. */
export const editBillingProfile = portalAction({
  permission: 'profile.edit',
  input: z.strictObject({
    profile: z.string().max(64),
    key: z.uuid(),
    version: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    billToName: line,
    addressLine1: line,
    addressLine2: line,
    postalCode: line,
    city: line,
    region: line,
    contactName: line,
    contactEmail: line,
    contactPhone: line,
    poNumber: line,
    vatNumber: line,
    documentLocale: z.enum(LOCALES),
    ...Object.fromEntries(RECIPIENT_FIELDS.map((field) => [field, line])),
  }),
  find: async ({ scope }, input) => {
    const profile = await findBillingProfile(scope, input.profile);
    return profile && { billingProfileId: profile.id, profile };
  },
  run: async ({ reader, input, subject: { profile }, place, now }): Promise<TaskAnswer<DetailsCode | EditRefusal>> => {
    const { key, version, documentLocale, profile: _, ...typed } = input;
    const read = readDetails(typed, { country: profile.country, documentLocale });
    if ('errors' in read) return read;
    const saved = await editProfile(reader.scope, { key, profile, version, details: read.details, now });
    if (!saved.ok) return { errors: [{ field: null, code: saved.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${saved.value}` };
  },
});
