import type { Account, App, State } from './reference/account';
import { creditedOf, paidOf } from './reference/ledger';

const STATES: Readonly<Record<State, string>> = {
  PA: 'pending_activation',
  A: 'active',
  AE: 'active_ending',
  PD: 'past_due',
  PDE: 'past_due_ending',
  X: 'disabled',
};

/** Everything that can be seen of an account, a fact a line: what the site is compared with. */
export function tellAccount(account: Account): string[] {
  const invoices = account.invoices.map((invoice) => {
    const { profile, net, vat } = invoice;
    return `invoice to ${profile}: ${net + vat}, ${paidOf(invoice)} paid, ${creditedOf(account, invoice)} credited`;
  });
  const notes = account.notes.map(({ profile, net, vat }) => `credit_note to ${profile}: ${net} + ${vat}`);
  return [...account.apps.flatMap(tellApp), ...[...invoices, ...notes].sort(), `declined ${account.declines.length}`];
}

function tellApp(app: App, index: number): string[] {
  const name = `app ${index + 1}`;
  return [
    `${name} is ${STATES[app.state]} ${app.reason ?? ''}`,
    `${name} has ${app.quantity ?? 'all'} licenses, ${app.assigned} assigned, ${app.planned ?? 'nothing'} planned`,
    `${name} runs from ${app.start} until ${app.end}, to be paid by ${app.payBy ?? ''} by ${app.profile}`,
    ...app.lines
      .map(({ profile, net, invoice, credited }) => {
        const where = invoice === null ? 'waits' : 'billed';
        return `${name} line for ${profile}: ${net} ${where}, ${credited} credited`;
      })
      .sort(),
    ...app.payments.map(({ amount, isBack }) => `${name} payment of ${amount}${isBack ? ', given back' : ''}`).sort(),
  ];
}
