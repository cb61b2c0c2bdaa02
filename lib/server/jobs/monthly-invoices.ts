import { listProfilesToInvoice, saveMonthlyInvoice } from '@/db/monthly-invoices';
import type { JobScope } from '@/db/scope';
import { type Day, dayIn, isOfEarlierMonth } from '@/lib/domain/days';

/**
 * From the first of a month, in each profile's time zone: one invoice of what came to wait in the month before. Of
 * several months that were missed, one for each, all issued today.
 */
export async function runMonthlyInvoices(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const { id, organizationId, timeZone, waitingSince } of await listProfilesToInvoice(scope)) {
    const today = dayIn(timeZone, now);
    // Only then is there something to write: for the rest of the month the lines wait.
    if (waitingSince === null || !isOfEarlierMonth(dayIn(timeZone, waitingSince), today)) continue;
    const month = { organizationId, billingProfileId: id, timeZone, today, now };
    let saved = await saveMonthlyInvoice(scope, month);
    while (saved.ok && saved.value) saved = await saveMonthlyInvoice(scope, month);
  }
}
