import { type BillingProfile, listInvoiceRecipients } from '@/db/billing-profiles';
import { listReceiptRecipients, type Recipient } from '@/db/colleagues';
import { hashOfRequest } from '@/db/previews';
import { saveProfileEdit } from '@/db/profile-edits';
import { findEffectOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { type BillingDetails, changedParts } from '@/lib/domain/billing-details';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { editFacts, editFiguresOf } from './profile-edit-figures';

export type EditAsked = {
  readonly key: string;
  readonly profile: BillingProfile;
  /** The version the form was rendered from. */
  readonly version: number;
  readonly details: BillingDetails;
  readonly now: number;
};

export type EditRefusal = 'nothing_changed' | 'profile_changed_meanwhile' | 'key_reused' | 'busy';

/** What a profile says of itself now. */
export async function findDetails(scope: OrgScope, profile: BillingProfile): Promise<BillingDetails> {
  const { billToName, addressLine1, addressLine2, postalCode, city, region, documentLocale } = profile;
  const { contactName, contactEmail, contactPhone, poNumber, vatNumber } = profile;
  const address = { billToName, addressLine1, addressLine2, postalCode, city, region };
  const contact = { contactName, contactEmail, contactPhone };
  const recipients = await listInvoiceRecipients(scope, profile.id);
  return { ...address, ...contact, poNumber, vatNumber, documentLocale, recipients };
}

/** Saves what was typed. Answers the receipt's id, for a repeated submit the first one's. */
export async function editProfile(scope: OrgScope, asked: EditAsked): Promise<Outcome<string, EditRefusal>> {
  const { key, profile, version, details, now } = asked;
  const inputHash = hashOfRequest('edit-billing-profile', profile.id, details);
  const earlier = await findEffectOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');
  if (profile.version !== version) return refuse('profile_changed_meanwhile');
  const before = await findDetails(scope, profile);
  const parts = changedParts(before, details);
  if (parts.length === 0) return refuse('nothing_changed');
  const change = { profile, parts, before, after: details };
  const figures = editFiguresOf(change);
  const saved = await saveProfileEdit(scope, {
    billingProfileId: profile.id,
    version,
    details,
    act: {
      key,
      inputHash,
      ...editFacts(change),
      facts: {
        subject: profile.name,
        timeZone: profile.timeZone,
        values: { profile: { text: profile.name } },
        figures,
      },
      recipients: await listEditRecipients(scope, profile, details),
      now,
    },
  });
  return saved === 'stale' ? refuse('profile_changed_meanwhile') : saved;
}

/** The person who acts, and the recipients from before and after: also those who are removed are told. */
async function listEditRecipients(
  scope: OrgScope,
  { id }: BillingProfile,
  details: BillingDetails,
): Promise<Recipient[]> {
  const before = await listReceiptRecipients(scope, id);
  const added = details.recipients.filter((email) => before.every((other) => other.email !== email));
  return [...before, ...added.map((email) => ({ email, locale: details.documentLocale, hasAccount: false }))];
}
