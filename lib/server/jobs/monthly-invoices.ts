import { listProfilesToInvoice, saveMonthlyInvoice } from '@/db/monthly-invoices';
import type { JobScope } from '@/db/scope';
import { type Day, dayIn } from '@/lib/domain/days';

/** From the first of a month, in each profile's time zone: one invoice of what waited since before it. */
export async function runMonthlyInvoices(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const { id, organizationId, timeZone } of await listProfilesToInvoice(scope)) {
    const today = dayIn(timeZone, now);
    await saveMonthlyInvoice(scope, { organizationId, billingProfileId: id, timeZone, today, now });
  }
}
