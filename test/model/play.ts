import { dayIn } from '@/lib/domain/days';
import { runChargeRetries } from '@/lib/server/jobs/charge-retries';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { runMonthlyInvoices } from '@/lib/server/jobs/monthly-invoices';
import { runPaymentDeadlines } from '@/lib/server/jobs/payment-deadlines';
import { activateSubscription } from '@/lib/server/life/activate';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { job } from '@/test/support/database';
import type { Customer } from './customer';
import { Difference } from './difference';
import { type Account, newestOf } from './reference/account';
import { invoiceMonths } from './reference/ledger';
import type { Rules } from './reference/money';
import { activate, assign, passDay } from './reference/time';
import { sendForm } from './send';
import { approveBoth, disputeBoth, payBoth, transferBoth } from './settle';
import type { Step } from './steps';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TEN_O_CLOCK_MS = 10 * 60 * MINUTE_MS;

/** What a day brings beside mail, in its order. */
const JOBS = [runDueSubscriptions, runMonthlyInvoices, runChargeRetries, runPaymentDeadlines];

/** One history on its way: the same things happen to the reference and to the site. */
export type Play = {
  readonly customer: Customer;
  readonly account: Account;
  readonly rules: Rules;
  /** Of what was bought, oldest first. */
  readonly ids: string[];
  now: number;
  /** How often each kind of act was done. */
  readonly done: Map<string, number>;
  /** The account as it was last read, and how much was written then. */
  readonly seen: { written: string; told: readonly string[] };
};

export async function playStep(play: Play, step: Step): Promise<void> {
  play.now += MINUTE_MS;
  switch (step.do) {
    case 'wait':
      return passDays(play, step.days);
    case 'activate':
      return activateBoth(play);
    case 'assign':
      return assignBoth(play, step.licenses);
    case 'card':
      play.account.pays[step.profile] = step.kind;
      play.account.card[step.profile] += 1;
      await play.customer.giveCard(step.profile, step.kind, play.now);
      return;
    case 'pay':
      return payBoth(play);
    case 'approve':
      return approveBoth(play);
    case 'dispute':
      return disputeBoth(play);
    case 'transfer':
      return transferBoth(play, step.share);
    case 'act':
      await sendForm(play, step.sent);
      return;
  }
}

/** The jobs look once a day, at ten o'clock UTC. */
async function passDays(play: Play, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    play.now = (Math.floor(play.now / DAY_MS) + 1) * DAY_MS + TEN_O_CLOCK_MS;
    for (const dailyJob of JOBS) await dailyJob(job, dayIn('Pacific/Kiritimati', play.now), play.now);
    passDay(play.account, play.now, play.rules);
  }
}

/** Whatever waits is invoiced. */
export async function passMonth(play: Play): Promise<void> {
  play.now += 32 * DAY_MS;
  await runMonthlyInvoices(job, dayIn('Pacific/Kiritimati', play.now), play.now);
  invoiceMonths(play.account, play.now, play.rules);
}

async function activateBoth({ account, ids, now, rules }: Play): Promise<void> {
  const { ok } = await activateSubscription(job, { subscriptionId: ids.at(-1) ?? '', now });
  if (activate(account, newestOf(account), now, rules) !== ok) throw new Difference(`activation accepted: ${ok}`);
}

async function assignBoth({ account, ids, now }: Play, assignedQuantity: number): Promise<void> {
  const { ok } = await reportAssigned(job, { subscriptionId: ids.at(-1) ?? '', assignedQuantity, now });
  if (assign(newestOf(account), assignedQuantity) !== ok) throw new Difference(`assignment accepted: ${ok}`);
}
