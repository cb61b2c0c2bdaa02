import { newId } from '@/db/ids';
import { listOpenInvoices } from '@/db/payments';
import { StaffScope } from '@/db/scope-mint';
import { bookTransfer } from '@/lib/server/book-transfer';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { Difference } from './difference';
import type { Play } from './play';
import { newestOf } from './reference/account';
import { dueOf, openInvoices, payNow, receive } from './reference/ledger';

const TOO_MUCH = 500n;

/** The owner pays by hand what the app's profile owes longest. */
export async function payBoth({ account, customer, now }: Play): Promise<void> {
  const { profile } = newestOf(account);
  const [open] = await listOpenInvoices(customer.scope, customer.profileId(profile));
  const asked = { key: newId(), subjectId: open?.id ?? 'none', wish: {}, now };
  const reviewed = await previewTask(customer.scope, invoicePayment, asked);
  const done = reviewed.ok && (await commitTask(customer.scope, invoicePayment, asked)).ok;
  const expected = payNow(account, profile, now);
  if (reviewed.ok !== (expected !== undefined)) throw new Difference(`paying could be reviewed: ${reviewed.ok}`);
  if (done !== (expected ?? false)) throw new Difference(`an invoice was paid: ${done}`);
}

/** The operator books a transfer for what the app's profile owes longest. */
export async function transferBoth(play: Play, share: 'half' | 'whole' | 'more'): Promise<void> {
  const { account, customer, now } = play;
  const { profile } = newestOf(account);
  const [expected] = openInvoices(account, profile);
  const [open] = await listOpenInvoices(customer.scope, customer.profileId(profile));
  if ((open === undefined) !== (expected === undefined))
    throw new Difference(`something is open: ${open !== undefined}`);
  if (!open || !expected) return;
  const due = dueOf(account, expected);
  const amountMinor = share === 'half' ? (due + 1n) / 2n : share === 'whole' ? due : due + TOO_MUCH;
  const money = { invoiceId: open.id, amountMinor, receivedOn: '2026-01-01', reference: null };
  const booked = await bookTransfer(new StaffScope(customer.scope.personId), { ...money, key: newId(), now });
  if (!booked.ok) throw new Difference(`a transfer was refused: ${booked.refusal}`);
  receive(account, expected, amountMinor);
}
