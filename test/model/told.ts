import type { Account, App, State } from './reference/account';
import { creditedOf, paidOf } from './reference/credit';

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
    return `invoice to ${profile}: ${net + vat}, ${paidOf(account, invoice)} paid, ${creditedOf(account, invoice)} credited`;
  });
  const notes = account.notes.map(({ profile, net, vat }) => `credit_note to ${profile}: ${net} + ${vat}`);
  const tried = (approval: 'open' | null) => account.declines.filter((each) => each.approval === approval).length;
  return [
    ...account.apps.flatMap(tellApp),
    ...[...invoices, ...notes].sort(),
    `declined ${tried(null)}, to be approved ${tried('open')}`,
  ];
}

function tellApp(app: App, index: number): string[] {
  const name = `app ${index + 1}`;
  return [
    `${name} is ${STATES[app.state]} ${app.reason ?? ''}`,
    `${name} has ${app.quantity ?? 'all'} licenses, ${app.assigned} assigned, on ${app.plan.id}`,
    `${name} plans ${app.planned ? `${app.planned.quantity ?? 'all'} ${app.planned.plan?.id ?? ''}` : 'nothing'}`,
    `${name} runs from ${app.start} until ${app.end}, to be paid by ${app.payBy ?? ''} by ${app.profile}`,
    ...app.lines
      .map(({ profile, net, invoice, credited }) => {
        const where = invoice === null ? 'waits' : 'billed';
        return `${name} line for ${profile}: ${net} ${where}, ${credited} credited`;
      })
      .sort(),
    ...app.payments.map(({ amount, became }) => `${name} payment of ${amount}, ${became ?? 'kept'}`).sort(),
  ];
}
