import { listBillingProfiles } from '@/db/billing-profiles';
import { listAppsOfInvoices } from '@/db/invoice-apps';
import { listOpenInvoices } from '@/db/payments';
import { dayIn } from '@/lib/domain/days';
import { amountDueOf, invoiceStateOf } from '@/lib/domain/invoices';
import { nowAt } from './clock';
import { mayOn, type Reader } from './guard';

/** An invoice of the organization's that something is left to pay of, for a list to choose from. */
export type OpenInvoice = Awaited<ReturnType<typeof listInvoicesToPay>>[number];

/** Those on the profiles whose invoices the reader may see, the oldest due first. */
export async function listInvoicesToPay(reader: Reader) {
  const profiles = (await listBillingProfiles(reader.scope)).filter(({ id }) => mayOn(reader, 'invoice.see', id));
  const now = nowAt();
  const open = await Promise.all(
    profiles.map(async ({ id, name, timeZone }) => {
      const today = dayIn(timeZone, now);
      const ofProfile = await listOpenInvoices(reader.scope, id);
      return ofProfile.map((invoice) => ({
        ...invoice,
        profileName: name,
        dueMinor: amountDueOf(invoice),
        isOverdue: invoiceStateOf(invoice, invoice.dueOn, today) === 'overdue',
      }));
    }),
  );
  const invoices = open.flat().sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const apps = await listAppsOfInvoices(
    reader.scope,
    invoices.map(({ id }) => id),
  );
  return invoices.map((invoice) => ({ ...invoice, apps: apps.filter(({ invoiceId }) => invoiceId === invoice.id) }));
}
