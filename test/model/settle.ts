import { and, desc, eq, sql } from 'drizzle-orm';
import { read } from '@/db/client';
import { newId } from '@/db/ids';
import { listOpenInvoices } from '@/db/payments';
import { charges } from '@/db/schema';
import { StaffScope } from '@/db/scope-mint';
import { bookTransfer } from '@/lib/server/book-transfer';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import type { Customer } from './customer';
import { Difference } from './difference';
import type { Play } from './play';
import { newestOf } from './reference/account';
import { dueOf } from './reference/credit';
import { approve, openInvoices, payNow, receive, takeBack } from './reference/ledger';

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

/** The bank approves what it was asked for last. */
export async function approveBoth({ account, customer, now, done }: Play): Promise<void> {
  const reference = await findNewest(customer, 'needs_action');
  if (approve(account) !== (reference !== undefined))
    throw new Difference(`a bank was asked: ${reference !== undefined}`);
  if (reference === undefined) return;
  await answerProviderEvent({ kind: 'charge_settled', reference }, now);
  done.set('approve', (done.get('approve') ?? 0) + 1);
}

/** The bank takes back what a card has paid last. */
export async function disputeBoth({ account, customer, now, done }: Play): Promise<void> {
  const reference = await findNewest(customer, 'succeeded');
  if (takeBack(account, now) !== (reference !== undefined))
    throw new Difference(`a card has paid: ${reference !== undefined}`);
  if (reference === undefined) return;
  await answerProviderEvent({ kind: 'charge_disputed', reference }, now);
  done.set('dispute', (done.get('dispute') ?? 0) + 1);
}

async function findNewest({ id }: Pick<Customer, 'id'>, outcome: 'needs_action' | 'succeeded') {
  const isIt = and(eq(charges.organizationId, id), eq(charges.outcome, outcome));
  const [newest] = await read((db) =>
    db
      .select({ reference: charges.providerReference })
      .from(charges)
      .where(isIt)
      .orderBy(desc(charges.answeredAt), desc(sql`rowid`))
      .limit(1),
  );
  return newest?.reference ?? undefined;
}
