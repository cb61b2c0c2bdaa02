import type { Account, App, State } from './reference/account';

const STATES: Readonly<Record<State, string>> = {
  PA: 'pending_activation',
  A: 'active',
  AE: 'active_ending',
  PD: 'past_due',
  PDE: 'past_due_ending',
  X: 'disabled',
};

/** Everything that can be seen of an account, a fact a line: what the site is compared with. */
export function tellAccount({ apps, papers, declined }: Account): string[] {
  return [
    ...apps.flatMap(tellApp),
    ...papers.map(({ kind, profile, net, vat }) => `${kind} to ${profile}: ${net} + ${vat}`).sort(),
    `declined ${declined}`,
  ];
}

function tellApp(app: App, index: number): string[] {
  const name = `app ${index + 1}`;
  return [
    `${name} is ${STATES[app.state]} ${app.reason ?? ''}`,
    `${name} has ${app.quantity ?? 'all'} licenses, ${app.assigned} assigned, ${app.planned ?? 'nothing'} planned`,
    `${name} runs from ${app.start} until ${app.end}, to be paid by ${app.payBy ?? ''} by ${app.profile}`,
    ...app.lines
      .map(
        (line) =>
          `${name} line for ${line.profile}: ${line.net} ${line.isBilled ? 'billed' : 'waits'}, ${line.credited} credited`,
      )
      .sort(),
    ...app.payments.map(({ amount, isBack }) => `${name} payment of ${amount}${isBack ? ', given back' : ''}`).sort(),
  ];
}
