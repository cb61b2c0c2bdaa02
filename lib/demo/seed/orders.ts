import { saveOrder } from '@/db/order-drafts';
import { JobScope } from '@/db/scope-mint';
import { addDays } from '@/lib/domain/days';
import type { Calendar } from './calendar';
import { requireDone } from './done';
import { type Happening, moment } from './happenings';

const scope = new JobScope('demo-seed');

/** What waits for an answer: at Nordlys Bygg an order of a partner and a proposal of sales, at Kymata a proposal. */
export function listOrderHappenings({ today, ago }: Calendar): Happening[] {
  const toNordlys = { organizationId: 'nordlys', currency: 'SEK' } as const;
  return [
    received(moment(ago(3), '09:05'), {
      ...toNordlys,
      id: 'order-mangdbok',
      channel: 'partner',
      planId: 'mangdbok-monthly',
      quantity: 12,
      unitAmountMinor: 16_900n,
      senderName: 'Byggpartner Norr AB',
      senderEmail: 'order@byggpartnernorr.example',
      terms: null,
      termsLocale: null,
      validThrough: addDays(today, 12),
    }),
    received(moment(ago(2), '12:30'), {
      ...toNordlys,
      id: 'proposal-forecast',
      channel: 'proposal',
      planId: 'tallyworks-forecast-annual',
      quantity: null,
      unitAmountMinor: 590_000n,
      senderName: 'Elin Åkesson',
      senderEmail: 'elin.akesson@stegvis.example',
      terms:
        'Priset gäller så länge prenumerationen löper.\nEn halv dags genomgång med ekonomiavdelningen ingår det första året.',
      termsLocale: 'sv-SE',
      validThrough: addDays(today, 24),
    }),
    received(moment(ago(1), '08:20'), {
      organizationId: 'kymata',
      currency: 'EUR',
      id: 'proposal-timologio',
      channel: 'proposal',
      planId: 'timologio-monthly',
      quantity: null,
      unitAmountMinor: 1_900n,
      senderName: 'Elin Åkesson',
      senderEmail: 'elin.akesson@stegvis.example',
      terms: null,
      termsLocale: null,
      validThrough: addDays(today, 30),
    }),
  ];
}

function received(at: number, order: Parameters<typeof saveOrder>[1]): Happening {
  return { at, happen: async () => requireDone(await saveOrder(scope, order, at)) };
}
