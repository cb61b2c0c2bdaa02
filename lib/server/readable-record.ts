import { findReceipt, type Receipt } from '@/db/receipts';
import { findSubscription, type Subscription } from '@/db/subscriptions';
import { mayOn, type Reader } from './guard';
import type { KeyedRecord } from './route';

/** The record behind a page, if this reader may read it. The proxy asks for the status, the page for the content. */
export async function findReadableRecord(
  reader: Reader,
  { kind, id }: KeyedRecord,
): Promise<Subscription | Receipt | undefined> {
  return kind === 'subscription' ? findReadableSubscription(reader, id) : findReadableReceipt(reader, id);
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
