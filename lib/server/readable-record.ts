import { type BillingProfile, findBillingProfile } from '@/db/billing-profiles';
import { findInvoice, type Invoice } from '@/db/invoices';
import { findReceipt, type Receipt } from '@/db/receipts';
import { findSubscription, type Subscription } from '@/db/subscriptions';
import { mayOn, type Reader } from './guard';
import type { KeyedRecord } from './route';

/** The record behind a page, if this reader may read it. The proxy asks for the status, the page for the content. */
export async function findReadableRecord(
  reader: Reader,
  { kind, id }: KeyedRecord,
): Promise<Subscription | Receipt | BillingProfile | Invoice | undefined> {
  switch (kind) {
    case 'subscription':
      return findReadableSubscription(reader, id);
    case 'receipt':
      return findReadableReceipt(reader, id);
    case 'billing_profile':
      return findReadableBillingProfile(reader, id);
    case 'invoice':
      return findReadableInvoice(reader, id);
  }
}

export async function findReadableSubscription(reader: Reader, id: string): Promise<Subscription | undefined> {
  return findSubscription(reader.scope, id);
}

/** For whoever did it; of money for those with a role on the profile, of the organization for those who manage it. */
export async function findReadableReceipt(reader: Reader, id: string): Promise<Receipt | undefined> {
  const receipt = await findReceipt(reader.scope, id);
  if (!receipt) return undefined;
  const isOwnAct = receipt.personId === reader.session.personId;
  const permission = receipt.billingProfileId === null ? 'organization.manage_members' : 'receipt.see';
  return isOwnAct || mayOn(reader, permission, receipt.billingProfileId) ? receipt : undefined;
}

/** Every member knows a profile's name; the page shows the rest to those with a role on it. */
export async function findReadableBillingProfile(reader: Reader, id: string): Promise<BillingProfile | undefined> {
  return mayOn(reader, 'profile.see_name', id) ? findBillingProfile(reader.scope, id) : undefined;
}

export async function findReadableInvoice(reader: Reader, id: string): Promise<Invoice | undefined> {
  const invoice = await findInvoice(reader.scope, id);
  return invoice && mayOn(reader, 'invoice.see', invoice.billingProfileId) ? invoice : undefined;
}
