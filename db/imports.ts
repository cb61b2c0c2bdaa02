import type { JsonPath } from '@/lib/domain/json-lines';
import type { Outcome } from '@/lib/domain/outcome';
import { type Reader, read, type Transaction, write } from './client';
import { compareOffers } from './import-offers';
import { compareOrders, type ImportedOrder } from './import-orders';
import { comparePublishers } from './import-publishers';
import type { OfferDraft, PublisherDraft } from './offers';
import type { JobScope } from './scope';

/** What a file says is to be there. What it does not name stays as it is; what it names becomes as it says. */
export type ImportDraft = {
  readonly publishers: readonly PublisherDraft[];
  readonly offers: readonly OfferDraft[];
  readonly orders: readonly ImportedOrder[];
};

/** One thing of the file beside what is there: what would become of it, or why it cannot. */
export type Compared = {
  readonly kind: 'publisher' | 'offer' | 'order';
  readonly id: string;
  readonly change: 'new' | 'changed' | 'withdrawn' | 'unchanged';
  readonly faults: readonly ImportFault[];
  readonly apply: (tx: Transaction, now: number) => Promise<void>;
};

export type ImportFault = {
  readonly path: JsonPath;
  readonly code:
    | 'publisher_unknown'
    | 'publisher_fixed'
    | 'plan_elsewhere'
    | 'plan_fixed'
    | 'plan_unknown'
    | 'organization_unknown'
    | 'quantity_needed'
    | 'quantity_not_applicable'
    | 'quantity_out_of_range'
    | 'not_sold_there'
    | 'no_profile_in_currency'
    | 'order_fixed'
    | 'order_closed';
};

/** What the file would change now. Changes nothing. */
export async function compareImport(_scope: JobScope, draft: ImportDraft): Promise<Compared[]> {
  return read((db) => compare(db, draft));
}

/** Makes everything as the file says, in one transaction, or nothing of it where any of it cannot be. */
export async function saveImport(
  _scope: JobScope,
  draft: ImportDraft,
  now: number,
): Promise<Outcome<Compared[], 'busy'>> {
  return write(async (tx) => {
    const compared = await compare(tx, draft);
    if (compared.some(({ faults }) => faults.length > 0)) return compared;
    for (const { change, apply } of compared) if (change !== 'unchanged') await apply(tx, now);
    return compared;
  });
}

async function compare(db: Reader, { publishers, offers, orders }: ImportDraft): Promise<Compared[]> {
  return [
    ...(await comparePublishers(db, publishers)),
    ...(await compareOffers(db, offers, publishers)),
    ...(await compareOrders(db, orders, offers)),
  ];
}
