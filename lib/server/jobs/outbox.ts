import { listNoticeRecipients } from '@/db/notice-recipients';
import {
  type ClaimedEvent,
  claimOutboxEvents,
  type Notice,
  saveDelivered,
  saveFailedAttempt,
  saveFannedOut,
  type Unsent,
} from '@/db/outbox';
import { JobScope } from '@/db/scope-mint';
import { nowAt } from '@/lib/server/clock';
import { sendMail } from '@/lib/server/mail';
import { composeMail } from '@/lib/server/mails/compose';
import { refundCharge } from '@/lib/server/payment/card-charge';
import { paymentProvider } from '@/lib/server/payment/provider';
import { retryChargesOf } from './charge-retries';
import { retryDelayMs } from './retry-delay';

const EVERY_MS = 15_000;
const LEASE_MS = 2 * 60_000;
const GIVE_UP_AFTER_MS = 5 * 24 * 60 * 60_000;
const AT_ONCE = 10;

type Worker = { running: Promise<void> | undefined; again: boolean; timer: NodeJS.Timeout | undefined };

// One worker per process: Next bundles actions and instrumentation apart, each with its own module state.
const key = Symbol.for('stegvis.outbox');
const here: typeof globalThis & { [key]?: Worker } = globalThis;
here[key] ??= { running: undefined, again: false, timer: undefined };
const worker = here[key];

const scope = new JobScope('outbox');

/**
 * Sends what is due and resolves when nothing more is. At least once: an event counts as delivered when the server
 * took it. A call during a run makes that run look again.
 */
export async function drainOutbox(): Promise<void> {
  worker.again = true;
  worker.running ??= run();
  return worker.running;
}

/** Looks for due events now and then every 15 seconds, until `stopOutbox`. Calling it twice starts it once. */
export function startOutbox(onDefect: (error: unknown) => void): void {
  const look = () => void drainOutbox().catch(onDefect);
  worker.timer ??= setInterval(look, EVERY_MS).unref();
  look();
}

/** Resolves when the event that is being sent is out of our hands. */
export async function stopOutbox(): Promise<void> {
  clearInterval(worker.timer);
  worker.timer = undefined;
  await worker.running;
}

async function run(): Promise<void> {
  try {
    while (worker.again) {
      worker.again = false;
      const claimed = await claim(nowAt());
      for (const event of claimed) await deliver(event);
      if (claimed.length === AT_ONCE) worker.again = true;
    }
  } finally {
    // In the same turn as the last look at `again`, or a call between the two would be lost.
    worker.running = undefined;
  }
}

async function claim(at: number): Promise<ClaimedEvent[]> {
  const claimed = await claimOutboxEvents(scope, {
    nowAt: at,
    leaseUntil: at + LEASE_MS,
    recordedAfter: at - GIVE_UP_AFTER_MS,
    limit: AT_ONCE,
  });
  return claimed.ok ? claimed.value : [];
}

async function deliver(event: ClaimedEvent): Promise<void> {
  const sent = await tryToSend(event);
  if ('failure' in sent) {
    const dueAt = nowAt() + retryDelayMs(event.attempts, Math.random());
    await saveFailedAttempt(scope, event.id, { error: sent.failure, dueAt });
  } else if (!('fannedOut' in sent)) await saveDelivered(scope, event.id, nowAt(), sent.unsent);
}

type Sent = { readonly failure: string } | { readonly unsent: Unsent | undefined } | { readonly fannedOut: true };

/** Whatever goes wrong with one event, a defect too, waits in its row and holds up no other. */
async function tryToSend(event: ClaimedEvent): Promise<Sent> {
  try {
    if (event.kind === 'card_refund') {
      await refundCharge(scope, event.payload.chargeId, nowAt());
      return { unsent: undefined };
    }
    if (event.kind === 'card_detach') {
      await paymentProvider().detach(event.payload.token);
      return { unsent: undefined };
    }
    if (event.kind === 'setup_close') {
      await paymentProvider().closeSetup(event.payload.sessionId);
      return { unsent: undefined };
    }
    if (event.kind === 'charge_retry') {
      await retryChargesOf(scope, event.payload.billingProfileId, nowAt());
      return { unsent: undefined };
    }
    if (event.kind === 'notice') return await fanOut(event.id, event.payload);
    const composed = await composeMail(scope, event, nowAt());
    if ('unsent' in composed) return composed;
    await sendMail(scope, { ...composed, id: event.id });
    return { unsent: undefined };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** One mail for everybody who is to be told; they are due at once, so this run looks again. */
async function fanOut(id: string, notice: Notice): Promise<Sent> {
  const recipients = await listNoticeRecipients(scope, notice);
  const mails = recipients.map((recipient) => ({ ...notice, ...recipient }));
  const saved = await saveFannedOut(scope, id, mails, nowAt());
  if (!saved.ok) return { failure: saved.refusal };
  worker.again = true;
  return { fannedOut: true };
}

/** The codes of a mail server, whose words may repeat the address; our own words otherwise. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (!('code' in error)) return error.message;
  return 'responseCode' in error ? `${error.code} ${error.responseCode}` : String(error.code);
}
