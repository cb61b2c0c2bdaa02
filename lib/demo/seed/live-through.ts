import { newId } from '@/db/ids';
import { listOpenInvoices } from '@/db/payments';
import type { JobScope } from '@/db/scope';
import { addDays, type Day } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { bookTransfer } from '@/lib/server/book-transfer';
import { underClock } from '@/lib/server/clock';
import { runChargeRetries } from '@/lib/server/jobs/charge-retries';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { runMonthlyInvoices } from '@/lib/server/jobs/monthly-invoices';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { runPaymentDeadlines } from '@/lib/server/jobs/payment-deadlines';
import { requireDone } from './done';
import { type Happening, moment } from './happenings';

/** Whoever is invoiced monthly pays by bank transfer, well before the last day. */
const INVOICED_PROFILES = ['nordlys-projects', 'kymata-hotels'];
const PAY_DAY = '-22';

/**
 * Lives through the days in order: each morning what is due, then what people do, and what that leads to is sent. Never
 * later than `now`.
 */
export async function liveThrough(
  scope: JobScope,
  { from, through, now }: { readonly from: Day; readonly through: Day; readonly now: number },
  happenings: readonly Happening[],
): Promise<void> {
  const inOrder = [...happenings].sort((a, b) => a.at - b.at);
  let next = 0;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    await doWhatIsDue(scope, day, Math.min(moment(day, '03:00'), now));
    const midnight = moment(addDays(day, 1), '00:00');
    for (let item = inOrder[next]; item && item.at < midnight; item = inOrder[next]) {
      const { at, happen } = item;
      await underClock(
        () => at,
        async () => {
          await happen();
          await drainOutbox();
        },
      );
      next += 1;
    }
  }
  if (next < inOrder.length) throw new Error('Something of the demo would happen in the future');
}

async function doWhatIsDue(scope: JobScope, day: Day, now: number) {
  await underClock(
    () => now,
    async () => {
      const { refused } = await runDueSubscriptions(scope, day, now);
      if (refused.length > 0) throw new Error(`The demo was refused: ${refused.join(', ')}`);
      await runMonthlyInvoices(scope, day, now);
      await runChargeRetries(scope, day, now);
      await runPaymentDeadlines(scope, day, now);
      if (day.endsWith(PAY_DAY)) await transferWhatIsDue(scope, day, now);
      await drainOutbox();
    },
  );
}

async function transferWhatIsDue(scope: JobScope, day: Day, now: number) {
  for (const profileId of INVOICED_PROFILES) {
    for (const invoice of await listOpenInvoices(scope, profileId)) {
      const money = { invoiceId: invoice.id, amountMinor: amountDueOf(invoice), reference: invoice.number };
      requireDone(await bookTransfer(scope, { ...money, key: newId(), receivedOn: day, now }));
    }
  }
}
