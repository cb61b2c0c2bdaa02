import { newId } from '@/db/ids';
import { type OrderDraft, saveOrder } from '@/db/order-drafts';
import { JobScope } from '@/db/scope-mint';
import { addDays } from '@/lib/domain/days';
import { todayIn } from './quantity-figures';
import { inDatabaseOf } from './quantity-subscriptions';
import type { Site } from './site';

/** A proposal of this test's own to Nordlys: three licenses of Mängdbok, under the list price. Answers its id. */
export async function newProposal(site: Site, changed: Partial<OrderDraft> = {}): Promise<string> {
  const id = newId();
  const draft: OrderDraft = {
    id,
    channel: 'proposal',
    organizationId: 'nordlys',
    planId: 'mangdbok-monthly',
    quantity: 3,
    unitAmountMinor: 15_000n,
    currency: 'SEK',
    senderName: 'Elin Åkesson',
    senderEmail: null,
    terms: 'Gäller <b>bara</b> er.',
    termsLocale: 'sv-SE',
    validThrough: addDays(todayIn('Europe/Stockholm'), 9),
    ...changed,
  };
  await inDatabaseOf(site, () => saveOrder(new JobScope('test'), draft, Date.now()));
  return id;
}
