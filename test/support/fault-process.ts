import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { claimOutboxEvents } from '@/db/outbox';
import { JobScope } from '@/db/scope-mint';
import { scopeOf } from '@/lib/demo/seed/people';
import { cancellation } from '@/lib/server/cancellation';
import { endPeriod } from '@/lib/server/life/end-period';
import { sandbox } from '@/lib/server/payment/sandbox';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask } from '@/lib/server/reviewed-task';

const errand = z.object({
  act: z.enum(['change', 'cancel', 'renew', 'claim_mails']),
  subjectId: z.string(),
  now: z.number(),
  by: z.string().default(''),
  key: z.string().default(''),
  quantity: z.number().default(0),
  /** The moment at which the process is killed. */
  dies: z.enum(['never', 'when_charged', 'when_done']).default('never'),
});

/** What a process of its own is to do. */
export type Errand = z.input<typeof errand>;

const [url = '', asked = ''] = process.argv.slice(2);
const { act, subjectId, now, by, key, quantity, dies } = errand.parse(JSON.parse(asked));
const job = new JobScope('fault');

async function doIt(): Promise<unknown> {
  const person = { key, subjectId, now };
  if (act === 'renew') return endPeriod(job, { subscriptionId: subjectId, now });
  if (act === 'cancel') return commitTask(scopeOf(by), cancellation, { ...person, wish: { time: 'at_end' } as const });
  if (act === 'change') {
    const wish = { act, quantity, replacePlanned: false };
    return commitTask(scopeOf(by), quantityChange, { ...person, wish });
  }
  const claim = { nowAt: now, leaseUntil: now + 120_000, recordedAfter: 0, limit: 10 };
  return claimOutboxEvents(job, claim);
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

const { charge } = sandbox;
if (dies === 'when_charged') {
  sandbox.charge = async (request) => {
    const answer = await charge(request);
    die();
    return answer;
  };
}

openDatabase({ url });
process.once('message', async () => {
  const outcome = await doIt();
  if (dies === 'when_done') die();
  process.send?.(outcome, () => process.disconnect());
});
process.send?.('ready');
